import { judgeTies } from '../../requests/learner-tie.ts';
import { requirement } from './requirement.ts';

/** No declared conflict names the practitioner, unless the team cleared it. */
export const noConflict = requirement({
  name: 'no-conflict',
  label: 'Conflict of interest',
  meets: ({ request }, practitioner) =>
    (request.conflicts.length === 0 && request.tieDecisions === undefined) ||
    judgeTies(request, practitioner).standing !== 'upheld',
  compared: ({ request }, practitioner) => ({
    wanted: 'no declared conflict',
    found: judgeTies(request, practitioner).kinds,
  }),
});
