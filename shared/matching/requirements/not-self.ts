import { isSelf } from '../../requests/same-person.ts';
import { requirement } from './requirement.ts';

export const notSelf = requirement({
  name: 'not-self',
  label: 'Not the learner',
  meets: ({ request }, practitioner) => !isSelf(request, practitioner),
  compared: () => ({ wanted: 'another person', found: 'the same person' }),
});
