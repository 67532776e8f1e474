import { judgeLearner } from '../../requests/learner-tie.ts';
import { requirement } from './requirement.ts';

/** The practitioner is not the learner. A name that only nearly fits is left to `tie-unclear`. */
export const notSelf = requirement({
  name: 'not-self',
  label: 'Not the learner',
  meets: ({ request }, practitioner) => judgeLearner(request, practitioner) !== 'same',
  compared: () => ({ wanted: 'another person', found: 'the same person' }),
});
