import { withConflictsAsPeople } from '../../../../shared/requests/old-conflicts.ts';
import { storedRequestSchema } from '../../../../shared/requests/request.ts';
import { NO_UNIVERSITY } from '../../../../shared/reference/universities.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** A request for supervision with its seats. The stream filters on `seeking` to start the matcher. */
export const requestRows = nounRows({
  kind: 'request',
  schema: storedRequestSchema,
  steps: [withConflictsAsPeople],
  // Versions up to 0.4.0 require both: they know only requests before a university course.
  padding: ({ signOffNeededBy }) => ({ university: NO_UNIVERSITY, applicationsClose: signOffNeededBy }),
  key: ({ id }) => keys.request(id),
  list: ({ state, signOffNeededBy, id }) =>
    state === 'erased' ? undefined : { pk: lists.requests(state), sk: `${signOffNeededBy}#${id}` },
  marks: ({ state, seats }) => ({
    seeking: state === 'open' && seats.some((seat) => seat.state === 'vacant'),
  }),
  personal: [
    'requesterName',
    'email',
    'learnerName',
    'registrationNumber',
    'organisation',
    'site',
    'scope',
    'nmpLeadName',
    'nmpLeadEmail',
    'conflicts',
    'support',
    'newEmail',
    'decision',
    'canOffer',
    'onePersonReason',
    'designatedSupervisorName',
    'designatedSupervisorEmail',
    'rotation',
    'exclusions',
    'listed',
    'withdrawal',
  ],
});
