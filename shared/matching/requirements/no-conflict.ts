import type { Practitioner } from '../../people/practitioner.ts';
import type { SupervisionRequest } from '../../requests/request.ts';
import { isUndecided } from '../../requests/declared-conflict.ts';
import { isWith } from '../../requests/same-person.ts';
import { requirement } from './requirement.ts';

const against = ({ conflicts }: SupervisionRequest, practitioner: Practitioner) =>
  conflicts.filter((conflict) => isUndecided(conflict) && isWith(conflict, practitioner));

/** No declared conflict names the practitioner, unless the team cleared it. */
export const noConflict = requirement({
  name: 'no-conflict',
  label: 'Conflict of interest',
  meets: ({ request }, practitioner) =>
    request.conflicts.length === 0 || against(request, practitioner).length === 0,
  compared: ({ request }, practitioner) => ({
    wanted: 'no declared conflict',
    found: against(request, practitioner).map(({ kind }) => kind),
  }),
});
