import type { EndReason } from '../matches/match.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Instant } from '../kernel/time.ts';
import { type Released, takeBack, type Ties } from './take-back.ts';

/**
 * Releases a practitioner who leaves: takes back their pending offers, ends their matches early, and reopens
 * the requests at the front of the queue. The caller has to change the state of the listing.
 */
export const releaseTies = (
  practitioner: Practitioner,
  ties: Ties,
  reason: EndReason,
  now: Instant,
): Released => {
  const released = takeBack(practitioner, ties, { offers: 'dpp-not-available', matches: reason }, now);
  return { ...released, practitioner: { ...released.practitioner, pendingOffers: [], commitments: [] } };
};
