import { requirement } from './requirement.ts';

/** The person who signs a learner off sees patients. */
export const patientFacing = requirement({
  name: 'patient-facing',
  label: 'Patient-facing',
  meets: ({ signsOff }, practitioner) => !signsOff || practitioner.patientFacing,
  compared: () => ({ wanted: 'patient-facing', found: 'not patient-facing' }),
  kind: (practitioner) => String(practitioner.patientFacing),
});
