import type { CurrentMatch, EndReason, MatchIn } from '../matches/match.ts';
import { endMatchEarly } from '../matches/match-moves.ts';
import type { OfferIn } from './offer.ts';
import { withdrawOffer } from './offer-moves.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Instant } from '../kernel/time.ts';

/** A practitioner's pending offers and current matches, with their requests. */
export interface Ties {
  readonly offers: readonly OfferIn<'pending'>[];
  readonly matches: readonly CurrentMatch[];
  readonly requests: readonly SupervisionRequest[];
}

/** Everything that changed, and the matches whose seat is vacant again. */
export interface Released {
  readonly practitioner: Practitioner;
  readonly offers: readonly OfferIn<'withdrawn'>[];
  readonly matches: readonly MatchIn<'ended-early'>[];
  readonly requests: readonly SupervisionRequest[];
  readonly reopened: readonly CurrentMatch[];
}

/**
 * Releases a practitioner who leaves: withdraws their pending offers, ends their matches early, and reopens
 * the requests at the front of the queue. The caller has to change the state of the listing.
 */
export const releaseTies = (
  practitioner: Practitioner,
  { offers, matches, requests }: Ties,
  reason: EndReason,
  now: Instant,
): Released => {
  const current = new Map(requests.map((request) => [request.id, request]));
  let person = practitioner;
  const withdrawn = offers.flatMap((offer) => {
    const request = current.get(offer.requestId);
    if (request === undefined) return [];
    const moved = withdrawOffer({ request, practitioner: person, offer }, now);
    current.set(request.id, moved.request);
    person = moved.practitioner;
    return [moved.offer];
  });
  const reopened: CurrentMatch[] = [];
  const ended = matches.flatMap((match) => {
    const request = current.get(match.requestId);
    if (request === undefined) return [];
    const moved = endMatchEarly({ request, practitioner: person, match }, reason, now);
    current.set(request.id, moved.request);
    person = moved.practitioner;
    if (moved.reopened) reopened.push(match);
    return [moved.match];
  });
  const changed = [...current.values()].filter((request) => !requests.includes(request));
  return {
    practitioner: { ...person, pendingOffers: [], commitments: [] },
    offers: withdrawn,
    matches: ended,
    requests: changed,
    reopened,
  };
};
