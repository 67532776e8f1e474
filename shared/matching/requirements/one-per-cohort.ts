import { inCohort } from '../../capacity/capacity.ts';
import { requirement } from './requirement.ts';

/** Some universities allow a practitioner to take only one learner of a cohort. */
export const onePerCohort = requirement({
  name: 'one-per-cohort',
  label: 'Learners in the university’s cohort',
  bound: 'at most',
  meets: ({ university, request }, practitioner) =>
    university?.onePerCohort !== true || inCohort(practitioner, request).length === 0,
  compared: ({ request }, practitioner) => ({
    wanted: 1,
    found: inCohort(practitioner, request).length + 1,
  }),
});
