import { flagsOf } from '../people/practitioner-flags.ts';
import {
  answerNextYear,
  changeDetails,
  confirmDetails,
  type Moved,
  offerOf,
} from '../people/practitioner-moves.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Instant } from '../kernel/time.ts';

/** What a DPP says when asked whether they can take a learner. A "maybe" commits to nothing; a "no" has a reason. */
export type CheckInAnswer =
  | { readonly can: 'yes'; readonly places: number }
  | { readonly can: 'maybe' }
  | { readonly can: 'no'; readonly reason: string };

/**
 * The check-in answered: the details hold, and so many places are offered (none for "maybe" and "no"; learners who
 * are there already stay). A stale listing comes back with any answer.
 */
export const answerCheckIn = (practitioner: Practitioner, answer: CheckInAnswer, now: Instant): Moved => {
  const placesOffered = answer.can === 'yes' ? answer.places : 0;
  const said = answerNextYear(
    { ...practitioner, placesOffered },
    answer.can,
    answer.can === 'no' ? answer.reason : undefined,
  );
  const answered = { ...said, flags: flagsOf(said) };
  return practitioner.state === 'awaiting-check'
    ? changeDetails(answered, offerOf(answered), now)
    : confirmDetails(answered, now);
};
