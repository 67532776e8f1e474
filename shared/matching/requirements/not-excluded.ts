import type { Practitioner } from '../../people/practitioner.ts';
import type { SupervisionRequest } from '../../requests/request.ts';
import { requirement } from './requirement.ts';

const exclusionOf = ({ exclusions }: SupervisionRequest, { id }: Practitioner) =>
  exclusions.find(({ practitionerId }) => practitionerId === id);

export const notExcluded = requirement({
  name: 'not-excluded',
  label: 'Excluded by the learner',
  meets: ({ request }, practitioner) => exclusionOf(request, practitioner) === undefined,
  compared: ({ request }, practitioner) => ({
    wanted: 'not excluded',
    found: exclusionOf(request, practitioner)?.reason ?? '',
  }),
});
