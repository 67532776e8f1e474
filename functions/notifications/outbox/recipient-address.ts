import { hasLead } from '../../../shared/people/lead-moves.ts';
import { namedUnder } from '../../store/tell-named.ts';
import type { Facts } from '../email/facts.ts';
import type { Recipient } from '../email/message.ts';

/** Addresses from settings. A place without a lead falls back to the team. */
export interface Addresses {
  readonly team: string;
  readonly placeLeads: Readonly<Partial<Record<string, string>>>;
}

/** Address of a recipient; undefined if the person no longer exists. */
export const recipientAddress = (
  recipient: Recipient,
  facts: Facts,
  addresses: Addresses,
): string | undefined => {
  switch (recipient) {
    case 'practitioner':
      return facts.practitioner?.email;
    case 'requester':
      return facts.request?.email;
    case 'new-address':
      return facts.request?.newEmail ?? facts.practitioner?.newEmail;
    case 'request-lead':
      return facts.request?.nmpLeadEmail;
    case 'named-person':
      return facts.person?.email;
    case 'named-in-listing':
      return facts.practitioner && namedUnder(facts.practitioner, facts.email.about.occasion)?.email;
    case 'team':
      return addresses.team;
    case 'organisation-lead':
      return facts.organisation !== undefined && hasLead(facts.organisation)
        ? facts.organisation.leadEmail
        : undefined;
    case 'place-lead': {
      const scope = facts.digest?.scope;
      return (scope?.kind === 'place' ? addresses.placeLeads[scope.place] : undefined) ?? addresses.team;
    }
  }
};
