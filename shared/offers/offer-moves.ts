import { inCohort, MOST_PENDING_OFFERS, placesFree, placesNotAskedAbout } from '../capacity/capacity.ts';
import type { MatchIn } from '../matches/match.ts';
import { type DeclineReason, type Offer, type OfferIn, offerMachine, type OfferState } from './offer.ts';
import type { TakenBackReason } from '../requests/taken-back.ts';
import { lastDeadline, offerClock } from './offer-clock.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { withLapse, withoutSilence } from '../people/silence.ts';
import { takesOffers } from '../people/standing.ts';
import { periodLeft, type Seat, type SupervisionRequest } from '../requests/request.ts';
import { NO_UNIVERSITY } from '../reference/universities.ts';
import { isReachable } from '../requests/requester-reach.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import {
  offeredSeat,
  seatOf,
  withSeatFilled,
  withSeatOffered,
  withSeatReleased,
} from '../requests/seat-moves.ts';
import { type Instant, londonDay } from '../kernel/time.ts';
import { hoursWith } from '../requests/hours-with.ts';

/** An offer in one of the given states, with its request and its practitioner. */
export interface OfferNouns<State extends OfferState = OfferState> {
  readonly request: SupervisionRequest;
  readonly practitioner: Practitioner;
  readonly offer: OfferIn<State>;
}

export type MakeRefusal =
  | 'request-closed'
  | 'seat-not-vacant'
  | 'practitioner-not-listed'
  | 'too-many-pending'
  | 'no-place-to-ask-about';

export type OfferRefusal =
  | 'offer-already-accepted'
  | 'offer-already-declined'
  | 'offer-already-filled'
  | 'offer-lapsed'
  | 'offer-withdrawn';

/** Results of a ranking about the practitioner who is asked. */
type Judged = Pick<Offer, 'rank' | 'eligibleCount' | 'cost' | 'contributions' | 'policy'>;

interface Making {
  readonly offerId: string;
  readonly seatId: string;
  readonly judged: Judged;
  /** Working days in which to answer, if there is enough time. */
  readonly daysToAnswer: number;
  /** Whether the offer uses a place while it is pending, as offers of a round do. */
  readonly holdsPlace?: boolean;
  readonly roundId?: string;
}

/** Offers a vacant seat to a practitioner; `offerClock` sets the time to answer. */
export const makeOffer = (
  { request, practitioner }: Omit<OfferNouns, 'offer'>,
  { offerId, seatId, judged, daysToAnswer, holdsPlace = false, roundId }: Making,
  now: Instant,
): Result<OfferNouns<'pending'>, MakeRefusal> => {
  const seat = seatOf(request, seatId);
  if (now >= lastDeadline(request)) return refused('request-closed');
  if (!isReachable(request, londonDay(now))) return refused('request-closed');
  if (!takesOffers(practitioner, londonDay(now))) return refused('practitioner-not-listed');
  if (practitioner.pendingOffers.length >= MOST_PENDING_OFFERS) return refused('too-many-pending');
  if (placesNotAskedAbout(practitioner, periodLeft(request, londonDay(now)), { requestId: request.id }) < 1)
    return refused('no-place-to-ask-about');
  if (request.state !== 'open') return refused('request-closed');
  if (seat?.state !== 'vacant') return refused('seat-not-vacant');
  const pending = { offerId, ...periodLeft(request, londonDay(now)), holdsPlace };
  return accepted({
    request: withSeatOffered(request, seat, { offerId, practitionerId: practitioner.id }, now),
    practitioner: { ...practitioner, pendingOffers: [...practitioner.pendingOffers, pending] },
    offer: {
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
      ...offerClock(request, now, daysToAnswer),
    },
  });
};

/** Reasons why an offer that is not pending cannot be answered. */
const settled = {
  accepted: 'offer-already-accepted',
  declined: 'offer-already-declined',
  lapsed: 'offer-lapsed',
  withdrawn: 'offer-withdrawn',
} as const satisfies Record<Exclude<OfferState, 'pending'>, OfferRefusal>;

/**
 * Returns the offer if it can be answered at `now`, otherwise a refusal. An overdue offer cannot be answered,
 * even if the schedule has not marked it as lapsed yet.
 */
export const answerable = (offer: Offer, now: Instant): Result<OfferIn<'pending'>, OfferRefusal> => {
  if (offer.state !== 'pending') return refused(settled[offer.state]);
  return now >= offer.expiresAt ? refused('offer-lapsed') : accepted(offer);
};

/** Whether an offer is still pending although its time to answer is over. */
export const isOverdue = (offer: Offer, now: Instant): offer is OfferIn<'pending'> =>
  offer.state === 'pending' && now >= offer.expiresAt;

/** Removes an offer from those that a practitioner has yet to answer. */
export const withoutPending = (practitioner: Practitioner, offerId: string): Practitioner => ({
  ...practitioner,
  pendingOffers: practitioner.pendingOffers.filter((pending) => pending.offerId !== offerId),
});

/** The person to contact when the practitioner is away. */
export interface BackUp {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

const withBackUp = (practitioner: Practitioner, { name, email }: BackUp): Practitioner => ({
  ...practitioner,
  ...(name === undefined ? {} : { backUpName: name }),
  ...(email === undefined ? {} : { backUpEmail: email }),
});

const matchOf = (
  { request, practitioner, offer }: OfferNouns,
  seat: Seat,
  matchId: string,
  now: Instant,
): MatchIn<'agreed'> => {
  const home = request.site.place;
  const [first = request.site] = practitioner.sites;
  const host = practitioner.sites.find(({ place }) => place === home) ?? first;
  const { from, to } = periodLeft(request, londonDay(now));
  const hours = hoursWith(request, seat);
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
    hours,
    ...(hours === seat.hours ? {} : { seatHours: seat.hours }),
    from,
    to,
    agreedAt: now,
  };
};

interface Accepting {
  readonly matchId: string;
  readonly backUp?: BackUp;
  /** Whether the university allows a practitioner only one learner of a cohort. */
  readonly onePerCohort?: boolean;
}

/**
 * Accepts an offer: the practitioner uses a place, the seat is filled, and a match is agreed.
 * @returns a refusal when another learner took the last place, or when this is no longer the seat's current
 * offer
 */
export const acceptOffer = (
  nouns: OfferNouns<'pending'>,
  { matchId, backUp = {}, onePerCohort = false }: Accepting,
  now: Instant,
): Result<
  OfferNouns<'accepted'> & { readonly match: MatchIn<'agreed'> },
  'offer-already-filled' | 'offer-withdrawn'
> => {
  const { request, practitioner, offer } = nouns;
  const except = { requestId: request.id, offerId: offer.id };
  const cohortTaken = onePerCohort && inCohort(practitioner, request).length > 0;
  if (cohortTaken || placesFree(practitioner, periodLeft(request, londonDay(now)), except) < 1)
    return refused('offer-already-filled');
  const seat = offeredSeat(request, offer.seatId, offer.id);
  if (seat === undefined || request.state !== 'open') return refused('offer-withdrawn');
  const commitment = {
    matchId,
    requestId: request.id,
    seatId: offer.seatId,
    ...periodLeft(request, londonDay(now)),
    university: request.university ?? NO_UNIVERSITY,
    ...(request.courseStart < londonDay(now) ? { courseStart: request.courseStart } : {}),
  };
  const left = withBackUp(withoutSilence(withoutPending(practitioner, offer.id)), backUp);
  return accepted({
    request: withSeatFilled(request, seat, matchId, now),
    practitioner: { ...left, commitments: [...left.commitments, commitment] },
    offer: { ...offer, state: offerMachine.pending.accept, decidedAt: now, matchId },
    match: matchOf(nouns, seat, matchId, now),
  });
};

/** Declines an offer: the seat becomes vacant, and the practitioner is not asked again for this request. */
export const declineOffer = (
  { request, practitioner, offer }: OfferNouns<'pending'>,
  { reason, note }: { readonly reason: DeclineReason; readonly note?: string | undefined },
  now: Instant,
): OfferNouns<'declined'> => {
  const tried = [{ practitionerId: practitioner.id, outcome: 'declined' as const, at: now }];
  return {
    request: withSeatReleased(request, offer.seatId, offer.id, now, tried),
    practitioner: withoutSilence(withoutPending(practitioner, offer.id)),
    offer: {
      ...offer,
      state: offerMachine.pending.decline,
      decidedAt: now,
      declineReason: reason,
      ...(note === undefined ? {} : { declineNote: note }),
    },
  };
};

/**
 * Marks an overdue offer as lapsed. Its seat becomes vacant, and the practitioner is not asked again for this
 * request. Counts the offers in a row that had no answer.
 */
export const lapseOffer = (
  { request, practitioner, offer }: OfferNouns<'pending'>,
  now: Instant,
): OfferNouns<'lapsed'> => {
  const tried = [{ practitionerId: practitioner.id, outcome: 'lapsed' as const, at: now }];
  return {
    request: withSeatReleased(request, offer.seatId, offer.id, now, tried),
    practitioner: withLapse(withoutPending(practitioner, offer.id), now),
    offer: { ...offer, state: offerMachine.pending.lapse, decidedAt: now },
  };
};

/**
 * Withdraws an offer because the place was filled, the request was withdrawn or the practitioner left. The practitioner
 * did not decline, so they may be asked again for this request, unless the team took the offer back.
 * @param takenBack why it is taken back, if the learner still needs somebody
 */
export const withdrawOffer = (
  { request, practitioner, offer }: OfferNouns<'pending'>,
  now: Instant,
  takenBack?: TakenBackReason,
): OfferNouns<'withdrawn'> => ({
  request: withSeatReleased(
    request,
    offer.seatId,
    offer.id,
    now,
    takenBack === 'team' ? [{ practitionerId: practitioner.id, outcome: 'withdrawn' as const, at: now }] : [],
    takenBack,
  ),
  practitioner: withoutPending(practitioner, offer.id),
  offer: {
    ...offer,
    state: offerMachine.pending.withdraw,
    decidedAt: now,
    ...(takenBack === undefined ? {} : { takenBack }),
  },
});
