import { requirement } from './requirement.ts';

export const supervisesLearnerType = requirement({
  name: 'supervises-learner-type',
  label: 'Supervises the learner type',
  meets: ({ request }, { supervisesLearnerTypes }) => supervisesLearnerTypes.includes(request.learnerType),
  compared: ({ request }, { supervisesLearnerTypes }) => ({
    wanted: request.learnerType,
    found: supervisesLearnerTypes,
  }),
  kind: ({ supervisesLearnerTypes }) => supervisesLearnerTypes.join(),
});
