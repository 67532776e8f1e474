import { organisationSchema } from '../../../../shared/people/organisation.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** An employer or practice, with its prescribing lead. */
export const organisationRows = nounRows({
  kind: 'organisation',
  schema: organisationSchema,
  key: ({ id }) => keys.organisation(id),
  list: ({ name, id }) => ({ pk: lists.organisations, sk: `${name}#${id}` }),
  personal: ['leadName', 'leadEmail'],
});
