import { type Email, emailFor } from '../../../shared/notifications/email.ts';
import { sentAgain } from '../../../shared/notifications/sent-again.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import { deliveredOffer, toldFrom, undeliveredOffer } from '../../../shared/offers/undelivered-offer.ts';
import { aboutOffer } from '../../store/noun-changes.ts';
import type { MailEvent } from './mail-event.ts';

/** Changed offer and new e-mails after a delivery event of an offer. */
interface AfterOfferEmail {
  /** The changed offer; undefined if it stays as it is. */
  readonly offer: Offer | undefined;
  readonly emails: readonly Email[];
}

const nothing: AfterOfferEmail = { offer: undefined, emails: [] };

/**
 * Returns what follows when the e-mail about a pending offer comes back for now, for instance because the mailbox is
 * full: it is sent again, and the team is told after a day if it has not arrived by then. Removes the mark if it arrives.
 */
export const afterOfferEmail = (
  what: MailEvent['what'],
  email: Email,
  offer: Offer | undefined,
  at: Instant,
): AfterOfferEmail => {
  if (offer?.state !== 'pending') return nothing;
  const isMarked = offer.notDeliveredSince !== undefined;
  if (what === 'delivered') return isMarked ? { offer: deliveredOffer(offer), emails: [] } : nothing;
  if (what !== 'bounced-for-now') return nothing;
  const again = sentAgain(email, offer.id, at, offer.expiresAt);
  const notice = emailFor(
    'team-offer-not-delivered',
    `${offer.id}.${at}`,
    aboutOffer(offer),
    at,
    toldFrom(at),
  );
  return {
    offer: isMarked ? undefined : undeliveredOffer(offer, at),
    emails: [...(again === undefined ? [] : [again]), ...(isMarked ? [] : [notice])],
  };
};
