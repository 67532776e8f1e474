import { organisationDomainSchema } from '../../../../shared/people/organisation-domain.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** A domain of e-mail addresses that the team has confirmed for an organisation. */
export const organisationDomainRows = rowsOfKind({
  kind: 'organisation-domain',
  schema: organisationDomainSchema,
  personal: [],
});
