import { isCurrent, type Match } from '../../../shared/matches/match.ts';
import { endMatchEarly } from '../../../shared/matches/match-moves.ts';
import { isMoving, movedMatch } from '../../../shared/matches/move-dates.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import {
  aboutMatch,
  ledgerChanges,
  nounChanges,
  outboxEmail,
  requestAudit,
} from '../../store/noun-changes.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { WriteDeps } from '../../store/write-deps.ts';

/** `nothing-asked`: the learner needs no other dates any more, or they have been agreed. */
export type DatesRefusal = 'match-unknown' | 'match-already-ended' | 'nothing-asked' | 'place-taken';

interface Facts {
  readonly match: Match;
  readonly request: SupervisionRequest | undefined;
  readonly practitioner: Practitioner | undefined;
}

/**
 * Records what a DPP says about other dates of a match. Yes: the match and the place move, if no other learner has the place
 * then. No: the match ends, its place is free, and its seat is sought again at the front of the queue with the
 * learner's new dates. Idempotent: a second yes refuses with `nothing-asked` and changes nothing.
 */
export const answerDates =
  ({ table, chance }: WriteDeps) =>
  (matchId: string, says: 'yes' | 'no', now: string): Promise<Result<Match, DatesRefusal | 'busy'>> =>
    decideAndCommit<Facts | undefined, Match, DatesRefusal>({
      table,
      read: async () => {
        const match = (await readNouns(table, { matches: [matchId] })).matches.get(matchId);
        if (match === undefined) return undefined;
        const { requests, practitioners } = await readNouns(table, {
          requests: [match.requestId],
          practitioners: [match.practitionerId],
        });
        return {
          match,
          request: requests.get(match.requestId),
          practitioner: practitioners.get(match.practitionerId),
        };
      },
      decide: (facts) => {
        if (facts?.request === undefined || facts.practitioner === undefined) return refused('match-unknown');
        const { match, request, practitioner } = facts;
        if (!isCurrent(match)) return refused('match-already-ended');
        if (!isMoving(match)) return refused('nothing-asked');
        const noted = { chance, now, actor: 'practitioner' as const };
        const about = aboutMatch(match);
        if (says === 'yes') {
          const moved = movedMatch(match, practitioner);
          if (!moved.ok) return moved;
          return accepted({
            value: moved.value.match,
            changes: [
              ...nounChanges(table, {
                matches: [moved.value.match],
                practitioners: [moved.value.practitioner],
              }),
              outboxEmail(table, 'requester-dates-agreed', `${matchId}.${match.move.askedAt}`, about, now),
              requestAudit(noted, request.id, 'match-dates-moved', { match: matchId }),
            ],
          });
        }
        const ended = endMatchEarly({ request, practitioner, match }, 'other', now);
        return accepted({
          value: ended.match,
          changes: [
            ...nounChanges(table, {
              matches: [ended.match],
              practitioners: [ended.practitioner],
              requests: ended.reopened ? [ended.request] : [],
            }),
            ...ledgerChanges(table, [ended.match]),
            ...(ended.reopened
              ? [
                  outboxEmail(
                    table,
                    'requester-seat-reopened',
                    matchId,
                    { ...about, occasion: 'other-dates' },
                    now,
                  ),
                ]
              : []),
            requestAudit(noted, request.id, 'match-dates-refused', { match: matchId }),
          ],
        });
      },
    });
