import type { Match } from '../../../shared/matches/match.ts';
import type { Side } from '../../../shared/matches/match-feedback.ts';

/** A match as one side sees it on a page of their own. */
export interface MatchOfPage {
  readonly match: Match;
  readonly side: Side;
  /** First name of the other person, or words for them: "a learner". */
  readonly other: string;
  readonly actingAs: string;
  readonly caption: string;
  /** Address of the side's own page: "/manage/T". */
  readonly home: string;
}
