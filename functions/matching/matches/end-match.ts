import type { EndReason, Match } from '../../../shared/matches/match.ts';
import { completeMatch, endMatchEarly, type MatchNouns } from '../../../shared/matches/match-moves.ts';
import { extendMatch, type Side } from '../../../shared/matches/match-feedback.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit, type Decision } from '../../store/unit-of-work.ts';
import {
  aboutMatch,
  nounChanges,
  ledgerChanges,
  outboxEmail,
  requestAudit,
} from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { readNouns } from '../../store/read-nouns.ts';

/** How a match stands, as one side says. */
export type MatchAnswer =
  | { readonly outcome: 'completed' }
  | { readonly outcome: 'ended-early'; readonly reason: EndReason }
  | { readonly outcome: 'longer'; readonly until: Day };

export type EndMatchRefusal =
  'match-unknown' | 'match-undone' | 'match-already-ended' | 'not-later' | 'place-taken';

interface Facts extends MatchNouns {
  readonly others: readonly Match[];
}
type Ended = Result<Decision<Match, EndMatchRefusal>, EndMatchRefusal>;

const readFacts = async (table: Table, matchId: string): Promise<Facts | undefined> => {
  const match = (await readNouns(table, { matches: [matchId] })).matches.get(matchId);
  if (match === undefined) return undefined;
  const { requests, practitioners } = await readNouns(table, {
    requests: [match.requestId],
    practitioners: [match.practitionerId],
  });
  const request = requests.get(match.requestId);
  const practitioner = practitioners.get(match.practitionerId);
  if (request === undefined || practitioner === undefined) return undefined;
  const ids = request.seats.flatMap((seat) => (seat.matchId === undefined ? [] : [seat.matchId]));
  const others = await readNouns(table, { matches: ids.filter((id) => id !== matchId) });
  return { match, request, practitioner, others: [...others.matches.values()] };
};

/**
 * A match ends, or goes on for longer. Completed: the place is free, the request completed with its last match, both
 * are asked for feedback. Ended early: the seat is sought again at the front.
 */
export const endMatch = ({ table, chance }: WriteDeps) => {
  const decide = (facts: Facts, answer: MatchAnswer, side: Side, now: string): Ended => {
    const noted = (action: string) =>
      requestAudit({ chance, now, actor: side }, facts.request.id, action, { match: facts.match.id });
    const about = aboutMatch(facts.match);
    const feedbackAsked = (['practitioner-feedback-asked', 'requester-feedback-asked'] as const).map((name) =>
      outboxEmail(table, name, facts.match.id, about, now),
    );
    switch (answer.outcome) {
      case 'completed': {
        const moved = completeMatch(facts, facts.others, now);
        if (!moved.ok) return moved;
        const { match, practitioner, request } = moved.value;
        const requests = request === facts.request ? [] : [request];
        return accepted({
          value: match,
          changes: [
            ...nounChanges(table, { matches: [match], practitioners: [practitioner], requests }),
            ...feedbackAsked,
            noted('match-completed'),
          ],
        });
      }
      case 'ended-early': {
        const moved = endMatchEarly(facts, answer.reason, now);
        if (!moved.ok) return moved;
        const { match, practitioner, request, reopened } = moved.value;
        return accepted({
          value: match,
          changes: [
            ...nounChanges(table, {
              matches: [match],
              practitioners: [practitioner],
              requests: reopened ? [request] : [],
            }),
            ...ledgerChanges(table, [match]),
            ...(side === 'requester'
              ? [outboxEmail(table, 'practitioner-match-ended', match.id, about, now)]
              : []),
            ...(reopened ? [outboxEmail(table, 'requester-seat-reopened', match.id, about, now)] : []),
            ...feedbackAsked,
            noted('match-ended-early'),
          ],
        });
      }
      case 'longer': {
        const moved = extendMatch(facts, answer.until);
        if (!moved.ok) return moved;
        const { match, practitioner } = moved.value;
        return accepted({
          value: match,
          changes: [
            ...nounChanges(table, { matches: [match], practitioners: [practitioner] }),
            noted('match-extended'),
          ],
        });
      }
    }
  };

  return (
    matchId: string,
    answer: MatchAnswer,
    side: Side,
    now: string,
  ): Promise<Result<Match, EndMatchRefusal | 'busy'>> =>
    decideAndCommit<Facts | undefined, Match, EndMatchRefusal>({
      table,
      read: () => readFacts(table, matchId),
      decide: (facts) => {
        if (facts === undefined) return refused('match-unknown');
        if (facts.match.state === 'undone') return refused('match-undone');
        return facts.match.state === answer.outcome
          ? accepted({ value: facts.match, changes: [] })
          : decide(facts, answer, side, now);
      },
    });
};
