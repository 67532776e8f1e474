import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { demonstrationSystem } from './demonstration-system.ts';
import { inventDpps, listDpp } from './dpps.ts';
import type { Stage } from './stories.ts';

/**
 * Invents a supervisor near the learner who provides hours while another DPP signs off: a practice supervisor
 * or a spoke of a learning hub.
 */
export const supervisorNear = (
  { invent, times, employers }: Pick<Stage, 'invent' | 'times' | 'employers'>,
  request: SupervisionRequest,
): Practitioner => {
  const { between } = demonstrationSystem.travel;
  const near = employers.filter(
    ({ site }) => (between(request.site.outcode, site.outcode)?.minutes ?? 99) <= 22,
  );
  const [registered] = inventDpps(invent, times, [invent.pick(near.length > 0 ? near : employers)], 1);
  if (registered === undefined) throw new Error('nobody was invented');
  return listDpp(
    {
      ...registered,
      seatRoles: ['practice-supervisor', 'spoke-supervisor'],
      supervisesProfessions: [request.profession],
      supervisesLearnerTypes: [request.learnerType],
      leadArea: request.leadArea,
      areas: [...new Set([request.leadArea, ...registered.areas])],
      placesOffered: 1,
      hoursPerWeek: 8,
    },
    times,
    invent.pick([2, 11, 30]),
  );
};
