import { scopeId } from '../../../shared/digest/scope.ts';
import { leadOf } from '../email/lead-link.ts';
import type { Facts } from '../email/facts.ts';
import type { Recipient, WantedLink } from '../email/message.ts';

/** The unsubscribe link for a recipient, which ends the nudges and digests of this recipient only. */
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
    case 'new-address':
    case 'request-lead':
    case 'named-person':
    case 'named-in-listing':
      return {
        kind: 'unsubscribe',
        recipient: 'requester',
        ...(request === undefined ? {} : { requestId: request.id }),
      };
    case 'organisation-lead':
      return {
        kind: 'unsubscribe',
        recipient: 'organisation',
        ...(organisation === undefined ? {} : leadOf(organisation)),
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
 * Suppression key of a team digest. The team's digests share an address with other e-mails to the team, so
 * each scope is stopped separately.
 * @param digestId "2026-W47#north-shore"
 */
export const digestSuppressionKey = (digestId: string): string =>
  `digest#${digestId.slice(digestId.indexOf('#') + 1)}`;

/**
 * Returns the suppression keys of a message: the recipient's address and, for a digest to the team or a place
 * lead, the digest's scope. The message is not sent if any of its keys is suppressed.
 */
export const suppressionKeysOf = (to: Recipient, address: string, facts: Facts): readonly string[] =>
  (to === 'team' || to === 'place-lead') && facts.digest !== undefined
    ? [address, `digest#${scopeId(facts.digest.scope)}`]
    : [address];
