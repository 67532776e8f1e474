import { type EndReason, type Match } from '../matches/match.ts';
import { endMatchEarly } from '../matches/match-moves.ts';
import type { Offer } from './offer.ts';
import { withdrawOffer } from './offer-moves.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Instant } from '../kernel/time.ts';

/** What ties a practitioner to learners: pending offers, matches that go on, and the requests of both. */
export interface Ties {
  readonly offers: readonly Offer[];
  readonly matches: readonly Match[];
  readonly requests: readonly SupervisionRequest[];
}

/** The nouns that have changed, and the matches whose seat is sought again. */
export interface Released extends Ties {
  readonly practitioner: Practitioner;
  readonly reopened: readonly Match[];
}

/**
 * A practitioner is not there any more: their pending offers are withdrawn, their matches end early, the seats are
 * vacant and the requests open again, at the front. Their listing's own state is another decision.
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
    if (!moved.ok) return [];
    current.set(request.id, moved.value.request);
    person = moved.value.practitioner;
    return [moved.value.offer];
  });
  const reopened: Match[] = [];
  const ended = matches.flatMap((match) => {
    const request = current.get(match.requestId);
    if (request === undefined) return [];
    const moved = endMatchEarly({ request, practitioner: person, match }, reason, now);
    if (!moved.ok) return [];
    current.set(request.id, moved.value.request);
    person = moved.value.practitioner;
    if (moved.value.reopened) reopened.push(match);
    return [moved.value.match];
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
