import { organisationPersonSchema } from '../../../../shared/people/organisation-person.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** A person named as lead or voucher of an organisation, filed by what the team decided. */
export const organisationPersonRows = nounRows({
  kind: 'organisation-person',
  schema: organisationPersonSchema,
  key: ({ organisationId, id }) => keys.organisationPerson(organisationId, id),
  list: ({ state, proposedAt, organisationId, id }) => ({
    pk: lists.organisationPeople(state),
    sk: `${proposedAt}#${organisationId}#${id}`,
  }),
  personal: ['name', 'email', 'how'],
});
