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

/** A DPP's answer to the question whether they can take a learner. */
export type CheckInAnswer =
  | { readonly can: 'yes'; readonly places: number }
  | { readonly can: 'maybe' }
  | { readonly can: 'no'; readonly reason: string };

const placesAfter = ({ placesOffered }: Practitioner, answer: CheckInAnswer): number => {
  switch (answer.can) {
    case 'yes':
      return answer.places;
    case 'maybe':
      return placesOffered;
    case 'no':
      return 0;
  }
};

/**
 * Records the answer to a check-in, confirms the details and restores a stale listing. "yes" sets the number
 * of places, "maybe" keeps it, and "no" sets it to 0. Agreed learners keep their places in every case.
 */
export const answerCheckIn = (practitioner: Practitioner, answer: CheckInAnswer, now: Instant): Moved => {
  const said = answerNextYear(
    { ...practitioner, placesOffered: placesAfter(practitioner, answer) },
    answer.can,
    answer.can === 'no' ? answer.reason : undefined,
  );
  const answered = { ...said, flags: flagsOf(said) };
  return practitioner.state === 'awaiting-check'
    ? changeDetails(answered, offerOf(answered), now)
    : confirmDetails(answered, now);
};
