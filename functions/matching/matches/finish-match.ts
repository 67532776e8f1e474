import {
  hasSaidFinished,
  mayFinish,
  otherSide,
  withFinishedSaid,
} from '../../../shared/matches/finish-match.ts';
import { isCurrent, type Match } from '../../../shared/matches/match.ts';
import type { Side } from '../../../shared/matches/match-feedback.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { aboutMatch, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import { readNouns } from '../../store/read-nouns.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { endMatch, type EndMatchRefusal } from './end-match.ts';

export type FinishRefusal = EndMatchRefusal | 'match-not-begun';

/** State of the match, and whether both sides have said that it is finished. */
interface Said {
  readonly match: Match;
  readonly byBoth: boolean;
}

/**
 * Records that one side says that the hours are done and signed off before the last day, and asks the other side. Once
 * both have said so, the match is complete. Idempotent.
 */
export const finishMatch = ({ table, chance }: WriteDeps) => {
  const end = endMatch({ table, chance });

  const say = (matchId: string, side: Side, now: Instant) =>
    decideAndCommit<Match | undefined, Said, FinishRefusal>({
      table,
      read: async () => (await readNouns(table, { matches: [matchId] })).matches.get(matchId),
      decide: (match) => {
        if (match === undefined) return refused('match-unknown');
        if (match.state === 'undone') return refused('match-undone');
        if (match.state === 'ended-early') return refused('match-already-ended');
        if (!isCurrent(match)) return accepted({ value: { match, byBoth: false }, changes: [] });
        if (!mayFinish(match, londonDay(now))) return refused('match-not-begun');
        if (hasSaidFinished(match, otherSide(side)))
          return accepted({ value: { match, byBoth: true }, changes: [] });
        const said = withFinishedSaid(match, side, now);
        if (said === match) return accepted({ value: { match, byBoth: false }, changes: [] });
        const name = side === 'practitioner' ? 'requester-match-finished' : 'practitioner-match-finished';
        return accepted({
          value: { match: said, byBoth: false },
          changes: [
            ...nounChanges(table, { matches: [said] }),
            outboxEmail(table, name, matchId, aboutMatch(match), now),
            requestAudit({ chance, now, actor: side }, match.requestId, 'match-finish-said', {
              match: matchId,
            }),
          ],
        });
      },
    });

  return async (
    matchId: string,
    side: Side,
    now: Instant,
  ): Promise<Result<Match, FinishRefusal | 'busy'>> => {
    const said = await say(matchId, side, now);
    if (!said.ok) return said;
    // A crash before this commit leaves the match as it was: the side says it again.
    return said.value.byBoth ? end(matchId, { outcome: 'completed' }, side, now) : accepted(said.value.match);
  };
};
