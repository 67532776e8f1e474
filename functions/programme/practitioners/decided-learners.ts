import type { CurrentMatch } from '../../../shared/matches/match.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';

/** Decisions of the team about a DPP’s learners: ids of the matches that go on, and of those that end. */
export interface LearnersDecided {
  readonly stays: readonly string[];
  readonly ends: readonly string[];
}

/**
 * Chooses the matches that end. Nothing is preselected: each current match has to be named once, either among those that
 * go on or among those that end.
 * @returns `learners-undecided` if a match is in neither list, `learner-decided-twice` if it is in both, and
 *   `unknown-learner` for an id that is no current match of this practitioner
 */
export const decidedLearners =
  ({ stays, ends }: LearnersDecided) =>
  (
    matches: readonly CurrentMatch[],
  ): Result<readonly CurrentMatch[], 'learners-undecided' | 'learner-decided-twice' | 'unknown-learner'> => {
    const known = new Set(matches.map(({ id }) => id));
    if ([...stays, ...ends].some((id) => !known.has(id))) return refused('unknown-learner');
    if (stays.some((id) => ends.includes(id))) return refused('learner-decided-twice');
    return matches.every(({ id }) => stays.includes(id) || ends.includes(id))
      ? accepted(matches.filter(({ id }) => ends.includes(id)))
      : refused('learners-undecided');
  };
