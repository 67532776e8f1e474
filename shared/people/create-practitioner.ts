import { flagsOf } from './practitioner-flags.ts';
import type { OfferOfSupervision, Practitioner } from './practitioner.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * Creates a practitioner from a submitted registration, which has no effect until its e-mail address is
 * confirmed.
 */
export const createPractitioner = (
  offer: OfferOfSupervision,
  id: string,
  wording: string,
  now: Instant,
): Practitioner => ({
  ...offer,
  id,
  version: 0,
  state: 'unconfirmed',
  consent: { wording, at: now },
  flags: flagsOf(offer),
  provisional: false,
  commitments: [],
  pendingOffers: [],
  createdAt: now,
  confirmedAt: now,
  updatedAt: now,
});
