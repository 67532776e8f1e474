import { vouchSchema } from '../../../../shared/people/vouch.ts';
import { keys } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** Whether a confirmed person of an organisation vouches for a DPP. Contains ids only; an erasure deletes it. */
export const vouchRows = nounRows({
  kind: 'vouch',
  schema: vouchSchema,
  key: ({ practitionerId, organisationId, personId }) => keys.vouch(practitionerId, organisationId, personId),
  list: () => undefined,
  personal: [],
});
