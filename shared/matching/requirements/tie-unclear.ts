import { judgeTies } from '../../requests/learner-tie.ts';
import { requirement } from './requirement.ts';

/**
 * Nothing leaves it unclear whether the practitioner is somebody with whom the learner has a tie. An unclear one is not
 * asked; the seat goes to the next, and the programme team decides if it matters.
 */
export const tieUnclear = requirement({
  name: 'tie-unclear',
  label: 'A tie that the team has to decide about',
  meets: ({ request }, practitioner) => judgeTies(request, practitioner).standing !== 'unclear',
  compared: ({ request }, practitioner) => ({
    wanted: 'a decision of the team',
    found: judgeTies(request, practitioner).kinds,
  }),
});
