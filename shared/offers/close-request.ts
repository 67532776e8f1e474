import type { CurrentMatch, EndReason, MatchIn } from '../matches/match.ts';
import { endedEarly, withoutCommitment } from '../matches/match-moves.ts';
import type { Ending } from '../matches/ending.ts';
import type { OfferIn } from './offer.ts';
import { withdrawOffer } from './offer-moves.ts';
import { soughtUntil } from './offer-clock.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { type RequestIn, requestMachine, type SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { type Day, type Instant } from '../kernel/time.ts';

/** The offers and matches that tie a request to practitioners. */
export interface RequestTies {
  readonly offers: readonly OfferIn<'pending'>[];
  readonly matches: readonly CurrentMatch[];
  readonly practitioners: readonly Practitioner[];
}

/** The closed request, and everything else that changed with it. */
export interface Closed {
  readonly request: SupervisionRequest;
  readonly offers: readonly OfferIn<'withdrawn'>[];
  readonly matches: readonly MatchIn<'ended-early'>[];
  readonly practitioners: readonly Practitioner[];
}

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
    sought = moved.request;
    people.set(practitioner.id, moved.practitioner);
    return [moved.offer];
  });
  return { request: sought, offers: withdrawn, practitioners: [...people.values()] };
};

const changedOf = (
  before: readonly Practitioner[],
  after: readonly Practitioner[],
): readonly Practitioner[] => after.filter((practitioner) => !before.includes(practitioner));

/** Pauses the search of a request, and withdraws its pending offers. Matches of its other seats continue. */
export const pausedRequest = (request: RequestIn<'open'>, ties: RequestTies, now: Instant): Closed => {
  const without = offersWithdrawn(request, ties, now);
  return {
    request: { ...without.request, state: requestMachine.open.pause, updatedAt: now },
    offers: without.offers,
    matches: [],
    practitioners: changedOf(ties.practitioners, without.practitioners),
  };
};

/** Goes on with the search of a paused request, which kept its place in the queue. */
export const resumedRequest = (request: RequestIn<'paused'>, now: Instant): SupervisionRequest => ({
  ...request,
  state: requestMachine.paused.resume,
  updatedAt: now,
});

/** The match with which a request ends, and what a side said about its end. */
export interface EndedBySide {
  readonly matchId: string;
  readonly ending: Ending;
}

/**
 * Withdraws a request for its requester: withdraws its pending offers, ends its matches early and frees their places.
 * @param ended the match whose end is the reason
 */
export const withdrawnRequest = (
  request: RequestIn<'unconfirmed' | 'waiting-for-support' | 'open' | 'paused' | 'matched' | 'lapsed'>,
  ties: RequestTies,
  reason: EndReason,
  now: Instant,
  ended?: EndedBySide,
): Closed => closedRequest(request, ties, reason, requestMachine[request.state].withdraw, now, ended);

/**
 * Refuses a request for the programme team: withdraws its pending offers, ends its matches early and frees their
 * places.
 */
export const refusedRequest = (
  request: RequestIn<'unconfirmed' | 'waiting-for-support' | 'open'>,
  ties: RequestTies,
  now: Instant,
): Closed => closedRequest(request, ties, 'withdrawn', requestMachine[request.state].refuse, now);

const closedRequest = (
  request: SupervisionRequest,
  ties: RequestTies,
  reason: EndReason,
  state: 'withdrawn' | 'refused',
  now: Instant,
  bySide?: EndedBySide,
): Closed => {
  const without = offersWithdrawn(request, ties, now);
  const ended = ties.matches.map((match) =>
    endedEarly(match, bySide?.matchId === match.id ? bySide.ending : reason, now),
  );
  const freed = without.practitioners.map((practitioner) =>
    ended
      .filter(({ practitionerId }) => practitionerId === practitioner.id)
      .reduce((one, { id }) => withoutCommitment(one, id), practitioner),
  );
  return {
    request: { ...without.request, state, updatedAt: now },
    offers: without.offers,
    matches: ended,
    practitioners: changedOf(ties.practitioners, freed),
  };
};

/**
 * Marks a request as lapsed on the day after the last day on which a DPP could be named, and withdraws its
 * pending offers. Matches of its other seats continue, because the programme team decides about them.
 */
export const lapsedRequest = (
  request: RequestIn<'open' | 'waiting-for-support' | 'paused'>,
  ties: RequestTies,
  today: Day,
  now: Instant,
): Result<Closed, 'not-due'> => {
  if (today <= soughtUntil(request)) return refused('not-due');
  const without = offersWithdrawn(request, ties, now);
  return accepted({
    request: { ...without.request, state: requestMachine[request.state].lapse, updatedAt: now },
    offers: without.offers,
    matches: [],
    practitioners: changedOf(ties.practitioners, without.practitioners),
  });
};
