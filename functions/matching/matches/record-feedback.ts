import type { Match } from '../../../shared/matches/match.ts';
import { type Feedback, giveFeedback, type Side } from '../../../shared/matches/match-feedback.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { nounChanges, requestAudit } from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { readNouns } from '../../store/read-nouns.ts';

export type FeedbackRefusal = 'match-unknown' | 'match-goes-on' | 'match-undone';

/** Keeps what one side says about a match that is over. Saying it twice keeps what was said first. */
export const recordFeedback =
  ({ table, chance }: WriteDeps) =>
  (
    matchId: string,
    side: Side,
    said: Omit<Feedback, 'at'>,
    now: string,
  ): Promise<Result<Match, FeedbackRefusal | 'busy'>> =>
    decideAndCommit<Match | undefined, Match, FeedbackRefusal>({
      table,
      read: async () => (await readNouns(table, { matches: [matchId] })).matches.get(matchId),
      decide: (match) => {
        if (match === undefined) return refused('match-unknown');
        const given = giveFeedback(match, side, said, now);
        if (!given.ok) return given;
        if (given.value === match) return accepted({ value: match, changes: [] });
        return accepted({
          value: given.value,
          changes: [
            ...nounChanges(table, { matches: [given.value] }),
            requestAudit({ chance, now, actor: side }, match.requestId, 'feedback-given', { match: matchId }),
          ],
        });
      },
    });
