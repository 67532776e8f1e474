import type { Link } from '../../../shared/notifications/link.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { organisationPersonId } from '../../store/repositories/organisation-trust-repository.ts';

/** Ids of an organisation and of its lead, for a link that ends when somebody else leads it. */
export const leadOf = ({ id, leadEmail }: Organisation): Pick<Link, 'organisationId' | 'personId'> => ({
  organisationId: id,
  ...(leadEmail === undefined ? {} : { personId: organisationPersonId('lead', leadEmail) }),
});
