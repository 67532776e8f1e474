import { type Feedback, isOver, type Match, type OverMatch } from '../../../shared/matches/match.ts';
import { matchWithFeedback, type Side } from '../../../shared/matches/match-feedback.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { nounChanges, requestAudit } from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { readNouns } from '../../store/read-nouns.ts';

export type FeedbackRefusal = 'match-unknown' | 'match-goes-on' | 'match-undone';

/** Records the feedback of one side about a match that is over. Idempotent: the first feedback is kept. */
export const recordFeedback =
  ({ table, chance }: WriteDeps) =>
  (
    matchId: string,
    side: Side,
    said: Omit<Feedback, 'at'>,
    now: string,
  ): Promise<Result<OverMatch, FeedbackRefusal | 'busy'>> =>
    decideAndCommit<Match | undefined, OverMatch, FeedbackRefusal>({
      table,
      read: async () => (await readNouns(table, { matches: [matchId] })).matches.get(matchId),
      decide: (match) => {
        if (match === undefined) return refused('match-unknown');
        if (!isOver(match)) return refused(match.state === 'undone' ? 'match-undone' : 'match-goes-on');
        const given = matchWithFeedback(match, side, said, now);
        if (given === match) return accepted({ value: match, changes: [] });
        return accepted({
          value: given,
          changes: [
            ...nounChanges(table, { matches: [given] }),
            requestAudit({ chance, now, actor: side }, match.requestId, 'feedback-given', { match: matchId }),
          ],
        });
      },
    });
