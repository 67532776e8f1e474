import type { Facts } from './email/facts.ts';
import type { Recipient, WantedLink } from './email/message.ts';

/** Whose nudges and digests one press ends: the recipient's of this message, nobody else's. */
export const unsubscribeLink = (to: Recipient, facts: Facts): WantedLink => {
  const { practitioner, request, organisation, digest } = facts;
  switch (to) {
    case 'practitioner':
      return {
        kind: 'unsubscribe',
        recipient: 'practitioner',
        ...(practitioner === undefined ? {} : { practitionerId: practitioner.id }),
      };
    case 'requester':
      return {
        kind: 'unsubscribe',
        recipient: 'requester',
        ...(request === undefined ? {} : { requestId: request.id }),
      };
    case 'organisation-lead':
      return {
        kind: 'unsubscribe',
        recipient: 'organisation',
        ...(organisation === undefined ? {} : { organisationId: organisation.id }),
      };
    case 'team':
    case 'place-lead':
      return {
        kind: 'unsubscribe',
        recipient: 'team',
        ...(digest === undefined ? {} : { occasion: digest.id }),
      };
  }
};
