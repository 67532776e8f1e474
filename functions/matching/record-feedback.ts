import type { Match } from '../../shared/domain/match.ts';
import { type Feedback, giveFeedback, type Side } from '../../shared/domain/match-moves-feedback.ts';
import { accepted, refused, type Result } from '../../shared/domain/result.ts';
import { decideAndCommit } from '../platform/unit-of-work.ts';
import { changesTo, note } from './changes.ts';
import type { MatchingDeps } from './deps.ts';
import { readNouns } from './nouns.ts';

export type FeedbackRefusal = 'match-unknown' | 'match-goes-on' | 'match-undone';

/** Keeps what one side says about a match that is over. Saying it twice keeps what was said first. */
export const recordFeedback =
  ({ table, chance }: MatchingDeps) =>
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
            ...changesTo(table, { matches: [given.value] }),
            note({ chance, now, actor: side }, match.requestId, 'feedback-given', { match: matchId }),
          ],
        });
      },
    });
