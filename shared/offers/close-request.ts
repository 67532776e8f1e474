import { next } from '../kernel/state-machine.ts';
import { type EndReason, type Match, matchMachine } from '../matches/match.ts';
import { freePlace } from '../matches/match-moves.ts';
import type { Offer } from './offer.ts';
import { withdrawOffer } from './offer-moves.ts';
import { soughtUntil } from './offer-clock.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { requestMachine, type SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { type Day, type Instant } from '../kernel/time.ts';

/** What ties a request to practitioners. */
export interface RequestTies {
  readonly offers: readonly Offer[];
  readonly matches: readonly Match[];
  readonly practitioners: readonly Practitioner[];
}

/** The nouns that have changed with it. */
export interface Closed extends RequestTies {
  readonly request: SupervisionRequest;
}

export type CloseRefusal = 'request-already-closed' | 'not-due';

const offersWithdrawn = (
  request: SupervisionRequest,
  { offers, practitioners }: RequestTies,
  now: Instant,
): Omit<Closed, 'matches'> => {
  const people = new Map(practitioners.map((practitioner) => [practitioner.id, practitioner]));
  let sought = request;
  const withdrawn = offers.flatMap((offer) => {
    const practitioner = people.get(offer.practitionerId);
    if (practitioner === undefined) return [];
    const moved = withdrawOffer({ request: sought, practitioner, offer }, now);
    if (!moved.ok) return [];
    sought = moved.value.request;
    people.set(practitioner.id, moved.value.practitioner);
    return [moved.value.offer];
  });
  return { request: sought, offers: withdrawn, practitioners: [...people.values()] };
};

const changedOf = (
  before: readonly Practitioner[],
  after: readonly Practitioner[],
): readonly Practitioner[] => after.filter((practitioner) => !before.includes(practitioner));

/** The request is taken back: pending offers are withdrawn, matches end early, and all places are free. */
export const withdrawRequest = (
  request: SupervisionRequest,
  ties: RequestTies,
  reason: EndReason,
  now: Instant,
): Result<Closed, CloseRefusal> => {
  const state = next(requestMachine, request.state, 'withdraw');
  if (state === undefined) return refused('request-already-closed');
  const without = offersWithdrawn(request, ties, now);
  const ended = ties.matches.flatMap((match) => {
    const after = next(matchMachine, match.state, 'end-early');
    return after === undefined ? [] : [{ ...match, state: after, endedAt: now, endReason: reason }];
  });
  const freed = without.practitioners.map((practitioner) =>
    ended
      .filter(({ practitionerId }) => practitionerId === practitioner.id)
      .reduce((one, { id }) => freePlace(one, id), practitioner),
  );
  return accepted({
    request: { ...without.request, state, updatedAt: now },
    offers: without.offers,
    matches: ended,
    practitioners: changedOf(ties.practitioners, freed),
  });
};

/**
 * Nobody signed in time: the request lapses on the day after its last one, and pending offers are withdrawn. Matches
 * of its other seats stand; the team decides what becomes of them.
 */
export const lapseRequest = (
  request: SupervisionRequest,
  ties: RequestTies,
  today: Day,
  now: Instant,
): Result<Closed, CloseRefusal> => {
  const state = next(requestMachine, request.state, 'lapse');
  if (state === undefined) return refused('request-already-closed');
  if (today <= soughtUntil(request)) return refused('not-due');
  const without = offersWithdrawn(request, ties, now);
  return accepted({
    request: { ...without.request, state, updatedAt: now },
    offers: without.offers,
    matches: [],
    practitioners: changedOf(ties.practitioners, without.practitioners),
  });
};
