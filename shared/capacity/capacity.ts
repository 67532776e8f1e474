import type { Commitment, PendingOffer, Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Period } from '../kernel/time.ts';

/** Offers that may await one practitioner's answer at the same time: being asked must not become a burden. */
export const MOST_PENDING_OFFERS = 3;

export type Capacity = Pick<Practitioner, 'placesOffered' | 'commitments' | 'pendingOffers'>;

interface Use extends Period {
  /** Who uses the place: one learner uses one place, also when the practitioner fills two seats of the request. */
  readonly learner: string;
}

/** Days sort as text: no calendar is needed to see whether two periods share one. */
const meet = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

const usesOf = (
  commitments: readonly Commitment[],
  pendingOffers: readonly PendingOffer[],
): readonly Use[] => [
  ...commitments.map(({ from, to, requestId }) => ({ from, to, learner: requestId })),
  ...pendingOffers
    .filter(({ holdsPlace }) => holdsPlace)
    .map(({ from, to, offerId }) => ({ from, to, learner: offerId })),
];

/**
 * The most places in use on any one day of a period: agreed matches and the offers that hold a place. Two learners
 * whose days do not overlap use the same place one after the other.
 * @param except a request (its own place counts as free for it) or an offer (its own hold does)
 */
export const placesUsed = (
  { commitments, pendingOffers }: Pick<Capacity, 'commitments' | 'pendingOffers'>,
  period: Period,
  except: { readonly requestId?: string; readonly offerId?: string } = {},
): number => {
  if (commitments.length === 0 && pendingOffers.length === 0) return 0;
  const uses = usesOf(commitments, pendingOffers).filter(
    (use) => use.learner !== except.requestId && use.learner !== except.offerId && meet(use, period),
  );
  // The number in use only ever rises on a day on which somebody starts (or on the period's first).
  const days = uses.map(({ from }) => (from > period.from ? from : period.from));
  const usedOn = (day: string): number =>
    new Set(uses.filter(({ from, to }) => from <= day && day <= to).map(({ learner }) => learner)).size;
  return Math.max(0, ...days.map(usedOn));
};

/** Places that are free on every day of a period; 0 when the number offered was lowered below what is in use. */
export const placesFree = (
  capacity: Capacity,
  period: Period,
  except: { readonly requestId?: string; readonly offerId?: string } = {},
): number => Math.max(0, capacity.placesOffered - placesUsed(capacity, period, except));

/** Pending offers that nothing is left for: taken elsewhere since they were made. One that holds its place keeps it. */
export const offersWithoutPlace = (capacity: Capacity): readonly PendingOffer[] =>
  capacity.pendingOffers.filter(
    ({ from, to, offerId, holdsPlace }) => !holdsPlace && placesFree(capacity, { from, to }, { offerId }) < 1,
  );

/** A practitioner's agreed learners of the same university and start, without the one of this request. */
export const inCohort = (
  { commitments }: Pick<Capacity, 'commitments'>,
  request: Pick<SupervisionRequest, 'id' | 'university' | 'courseStart'>,
): readonly Commitment[] =>
  commitments.filter(
    ({ requestId, university, from }) =>
      university === request.university && from === request.courseStart && requestId !== request.id,
  );
