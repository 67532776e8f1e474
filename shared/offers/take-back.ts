import type { CurrentMatch, EndReason, MatchIn } from '../matches/match.ts';
import { endMatchEarly } from '../matches/match-moves.ts';
import type { OfferIn } from './offer.ts';
import { withdrawOffer } from './offer-moves.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Instant } from '../kernel/time.ts';
import type { TakenBackReason } from '../requests/taken-back.ts';

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
 * Takes back pending offers of a practitioner and ends matches early. Their seats are vacant again; a request whose match
 * ended is at the front of the queue.
 * @param ties the offers to take back and the matches to end, with their requests
 */
export const takeBack = (
  practitioner: Practitioner,
  { offers, matches, requests }: Ties,
  why: { readonly offers: TakenBackReason; readonly matches: EndReason },
  now: Instant,
): Released => {
  const current = new Map(requests.map((request) => [request.id, request]));
  let person = practitioner;
  const withdrawn = offers.flatMap((offer) => {
    const request = current.get(offer.requestId);
    if (request === undefined) return [];
    const moved = withdrawOffer({ request, practitioner: person, offer }, now, why.offers);
    current.set(request.id, moved.request);
    person = moved.practitioner;
    return [moved.offer];
  });
  const reopened: CurrentMatch[] = [];
  const ended = matches.flatMap((match) => {
    const request = current.get(match.requestId);
    if (request === undefined) return [];
    const moved = endMatchEarly({ request, practitioner: person, match }, why.matches, now);
    current.set(request.id, moved.request);
    person = moved.practitioner;
    if (moved.reopened) reopened.push(match);
    return [moved.match];
  });
  return {
    practitioner: person,
    offers: withdrawn,
    matches: ended,
    requests: [...current.values()].filter((request) => !requests.includes(request)),
    reopened,
  };
};
