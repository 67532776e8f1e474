import { storedPractitionerSchema } from '../../../../shared/people/practitioner.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** The listing of a practitioner: details, places and learners. */
export const practitionerRows = nounRows({
  kind: 'practitioner',
  schema: storedPractitionerSchema,
  key: ({ id }) => keys.practitioner(id),
  list: ({ state, confirmedAt, id }) =>
    state === 'erased' ? undefined : { pk: lists.practitioners(state), sk: `${confirmedAt}#${id}` },
  personal: [
    'name',
    'email',
    'phone',
    'registrationNumber',
    'annotationYear',
    'justification',
    'organisation',
    'sites',
    'employerApprover',
    'employerApproverEmail',
    'conflictsDeclared',
    'backUpName',
    'backUpEmail',
    'nextYearReason',
    'check',
    'suspension',
    'newEmail',
    'proof',
    'namedTold',
  ],
});
