import { inCohort, MOST_PENDING_OFFERS, placesFree } from '../capacity/capacity.ts';
import { next } from '../kernel/state-machine.ts';
import type { Match } from '../matches/match.ts';
import { type DeclineReason, type Offer, offerMachine } from './offer.ts';
import { offerClock, soughtUntil } from './offer-clock.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { periodOf, type SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { fillSeat, offerSeat, releaseOfferedSeat, seatOf } from '../requests/seat-moves.ts';
import { type Instant, londonDay } from '../kernel/time.ts';

/** The three nouns that an offer ties together. */
export interface OfferNouns {
  readonly request: SupervisionRequest;
  readonly practitioner: Practitioner;
  readonly offer: Offer;
}

export type MakeRefusal =
  'request-closed' | 'seat-not-vacant' | 'practitioner-not-listed' | 'too-many-pending';

export type OfferRefusal =
  | 'offer-already-accepted'
  | 'offer-already-declined'
  | 'offer-already-filled'
  | 'offer-lapsed'
  | 'offer-withdrawn'
  | 'offer-not-due';

/** What a ranking said about the practitioner who is asked. */
type Judged = Pick<Offer, 'rank' | 'eligibleCount' | 'cost' | 'contributions' | 'policy'>;

interface Making {
  readonly offerId: string;
  readonly seatId: string;
  readonly judged: Judged;
  /** A round's offers hold their place while they are pending. */
  readonly holdsPlace?: boolean;
  readonly roundId?: string;
}

/** A vacant seat is offered to a practitioner; see `offerClock` for how long they have. */
export const makeOffer = (
  { request, practitioner }: Omit<OfferNouns, 'offer'>,
  { offerId, seatId, judged, holdsPlace = false, roundId }: Making,
  now: Instant,
): Result<OfferNouns, MakeRefusal> => {
  const seat = seatOf(request, seatId);
  if (londonDay(now) > soughtUntil(request)) return refused('request-closed');
  if (practitioner.state !== 'listed') return refused('practitioner-not-listed');
  if (practitioner.pendingOffers.length >= MOST_PENDING_OFFERS) return refused('too-many-pending');
  const offered = offerSeat(request, seatId, { offerId, practitionerId: practitioner.id }, now);
  if (seat === undefined || !offered.ok)
    return refused(request.state === 'open' ? 'seat-not-vacant' : 'request-closed');
  const offer: Offer = {
    id: offerId,
    version: 0,
    state: 'pending',
    requestId: request.id,
    seatId,
    role: seat.role,
    practitionerId: practitioner.id,
    ...judged,
    holdsPlace,
    ...(roundId === undefined ? {} : { roundId }),
    madeAt: now,
    ...offerClock(request, now),
  };
  const pending = { offerId, ...periodOf(request), holdsPlace };
  return accepted({
    offer,
    request: offered.value,
    practitioner: { ...practitioner, pendingOffers: [...practitioner.pendingOffers, pending] },
  });
};

/** Why an offer that is not pending cannot be answered: what became of it. */
const settled = {
  accepted: 'offer-already-accepted',
  declined: 'offer-already-declined',
  lapsed: 'offer-lapsed',
  withdrawn: 'offer-withdrawn',
} as const satisfies Record<Exclude<Offer['state'], 'pending'>, OfferRefusal>;

/** Whether an offer can be answered at `now`: nobody waits for the schedule that lapses it. */
export const answerable = (offer: Offer, now: Instant): Result<Offer, OfferRefusal> => {
  if (offer.state !== 'pending') return refused(settled[offer.state]);
  return now >= offer.expiresAt ? refused('offer-lapsed') : accepted(offer);
};

/** A practitioner from whom nothing is awaited for this offer any more. */
export const withoutPending = (practitioner: Practitioner, offerId: string): Practitioner => ({
  ...practitioner,
  pendingOffers: practitioner.pendingOffers.filter((pending) => pending.offerId !== offerId),
});

/** A name and an address to turn to when the practitioner is away. */
export interface BackUp {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

const withBackUp = (practitioner: Practitioner, { name, email }: BackUp): Practitioner => ({
  ...practitioner,
  ...(name === undefined ? {} : { backUpName: name }),
  ...(email === undefined ? {} : { backUpEmail: email }),
});

const matchOf = ({ request, practitioner, offer }: OfferNouns, matchId: string, now: Instant): Match => {
  const home = request.site.place;
  const [first = request.site] = practitioner.sites;
  const host = practitioner.sites.find(({ place }) => place === home) ?? first;
  const { from, to } = periodOf(request);
  return {
    id: matchId,
    version: 0,
    state: 'agreed',
    requestId: request.id,
    seatId: offer.seatId,
    role: offer.role,
    offerId: offer.id,
    practitionerId: practitioner.id,
    home: request.organisation,
    homePlace: home,
    host: practitioner.organisation,
    hostPlace: host.place,
    hours: seatOf(request, offer.seatId)?.hours ?? request.hours,
    from,
    to,
    agreedAt: now,
  };
};

interface Accepting {
  readonly matchId: string;
  readonly backUp?: BackUp;
  /** The university lets a practitioner take one learner of a cohort only. */
  readonly onePerCohort?: boolean;
}

/**
 * The practitioner accepts: a place is taken, the seat filled, a match agreed. Refused when the offer is settled or
 * over, or when the last place in that time was taken by another learner.
 */
export const acceptOffer = (
  nouns: OfferNouns,
  { matchId, backUp = {}, onePerCohort = false }: Accepting,
  now: Instant,
): Result<OfferNouns & { readonly match: Match }, OfferRefusal> => {
  const { request, practitioner, offer } = nouns;
  const open = answerable(offer, now);
  if (!open.ok) return open;
  const except = { requestId: request.id, offerId: offer.id };
  const cohortTaken = onePerCohort && inCohort(practitioner, request).length > 0;
  if (cohortTaken || placesFree(practitioner, periodOf(request), except) < 1)
    return refused('offer-already-filled');
  const filled = fillSeat(request, offer.seatId, { offerId: offer.id, matchId }, now);
  const state = next(offerMachine, offer.state, 'accept');
  if (!filled.ok || state === undefined) return refused('offer-withdrawn');
  const commitment = {
    matchId,
    requestId: request.id,
    seatId: offer.seatId,
    ...periodOf(request),
    university: request.university,
  };
  const left = withBackUp(withoutPending(practitioner, offer.id), backUp);
  return accepted({
    request: filled.value,
    practitioner: { ...left, commitments: [...left.commitments, commitment] },
    offer: { ...offer, state, decidedAt: now, matchId },
    match: matchOf(nouns, matchId, now),
  });
};

/** The practitioner declines: the seat is vacant again and they are not asked again for this request. */
export const declineOffer = (
  { request, practitioner, offer }: OfferNouns,
  { reason, note }: { readonly reason: DeclineReason; readonly note?: string | undefined },
  now: Instant,
): Result<OfferNouns, OfferRefusal> => {
  const open = answerable(offer, now);
  if (!open.ok) return open;
  const state = next(offerMachine, offer.state, 'decline');
  if (state === undefined) return refused('offer-withdrawn');
  const tried = [{ practitionerId: practitioner.id, outcome: 'declined' as const, at: now }];
  return accepted({
    request: releaseOfferedSeat(request, offer.seatId, offer.id, now, tried),
    practitioner: withoutPending(practitioner, offer.id),
    offer: {
      ...offer,
      state,
      decidedAt: now,
      declineReason: reason,
      ...(note === undefined ? {} : { declineNote: note }),
    },
  });
};

/** Nobody answered in time: the seat is vacant again and the next practitioner is asked. */
export const lapseOffer = (
  { request, practitioner, offer }: OfferNouns,
  now: Instant,
): Result<OfferNouns, OfferRefusal> => {
  const state = next(offerMachine, offer.state, 'lapse');
  if (state === undefined) return refused(offer.state === 'pending' ? 'offer-not-due' : settled[offer.state]);
  if (now < offer.expiresAt) return refused('offer-not-due');
  const tried = [{ practitionerId: practitioner.id, outcome: 'lapsed' as const, at: now }];
  return accepted({
    request: releaseOfferedSeat(request, offer.seatId, offer.id, now, tried),
    practitioner: withoutPending(practitioner, offer.id),
    offer: { ...offer, state, decidedAt: now },
  });
};

/**
 * A pending offer is taken back: the place was filled, the request withdrawn or the practitioner left. The
 * practitioner did not say no: they may be asked again.
 */
export const withdrawOffer = (
  { request, practitioner, offer }: OfferNouns,
  now: Instant,
): Result<OfferNouns, OfferRefusal> => {
  if (offer.state !== 'pending') return refused(settled[offer.state]);
  return accepted({
    request: releaseOfferedSeat(request, offer.seatId, offer.id, now),
    practitioner: withoutPending(practitioner, offer.id),
    offer: { ...offer, state: 'withdrawn', decidedAt: now },
  });
};
