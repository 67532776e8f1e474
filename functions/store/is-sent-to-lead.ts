import type { Link } from '../../shared/notifications/link.ts';
import { hasLead } from '../../shared/people/lead-moves.ts';
import type { Organisation } from '../../shared/people/organisation.ts';
import { organisationPersonId } from './repositories/organisation-trust-repository.ts';

/**
 * Whether a link was sent to the person who leads an organisation now. Links of version 0.3.0 do not say to whom they were
 * sent, so they open nothing any more.
 */
export const isSentToLead = (
  { personId }: Pick<Link, 'personId'>,
  organisation: Organisation | undefined,
): boolean =>
  organisation?.leadEmail !== undefined &&
  hasLead(organisation) &&
  personId === organisationPersonId('lead', organisation.leadEmail);
