import { scopeId } from '../../../shared/digest/scope.ts';
import type { Facts } from '../email/facts.ts';
import type { Recipient, WantedLink } from '../email/message.ts';

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

/**
 * Under what "no more of these" is filed, beside the address itself. The team's digests share an address with other
 * mail to the team, so each of them is stopped by itself.
 * @param digestId "2026-W47#east-kent"
 */
export const digestStop = (digestId: string): string => `digest#${digestId.slice(digestId.indexOf('#') + 1)}`;

/** What a message must not be stopped under, for it to be sent: its address, and for the team's digests their scope. */
export const stopsOf = (to: Recipient, address: string, facts: Facts): readonly string[] =>
  (to === 'team' || to === 'place-lead') && facts.digest !== undefined
    ? [address, `digest#${scopeId(facts.digest.scope)}`]
    : [address];
