import { addHours, type Instant } from '../kernel/time.ts';
import type { Offer, OfferIn } from './offer.ts';

/** Hours for which the e-mail about an offer may come back before the team and the learner read of it. */
const HOURS_UNTOLD = 24;

/** Marks an offer whose e-mail has come back for the first time. */
export const undeliveredOffer = (offer: OfferIn<'pending'>, at: Instant): OfferIn<'pending'> => ({
  ...offer,
  notDeliveredSince: at,
});

/** Removes the mark from an offer whose e-mail has arrived after all. */
export const deliveredOffer = ({ notDeliveredSince, ...offer }: OfferIn<'pending'>): OfferIn<'pending'> =>
  offer;

/** Returns the time from which people are told that an e-mail has not arrived. */
export const toldFrom = (notDeliveredSince: Instant): Instant => addHours(notDeliveredSince, HOURS_UNTOLD);

/** Whether the e-mail about an offer has come back for so long that people are told. */
export const isLongUndelivered = (offer: Offer, now: Instant): boolean =>
  offer.state === 'pending' &&
  offer.notDeliveredSince !== undefined &&
  toldFrom(offer.notDeliveredSince) <= now;
