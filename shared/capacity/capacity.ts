import type { Commitment, LentPlace, PendingOffer, Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Period } from '../kernel/time.ts';

/** Maximum pending offers per practitioner, to keep the burden of answering low. */
export const MOST_PENDING_OFFERS = 3;

export type Capacity = Pick<Practitioner, 'placesOffered' | 'commitments' | 'pendingOffers' | 'lentPlaces'>;

interface Use extends Period {
  /**
   * Id of the learner. One learner uses one place, even if the practitioner fills two seats of the request.
   */
  readonly learner: string;
}

/** Whether two periods share a day. Compares days as text, because YYYY-MM-DD sorts by date. */
const meet = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

const usesOf = (
  commitments: readonly Commitment[],
  pendingOffers: readonly PendingOffer[],
  lentPlaces: readonly LentPlace[],
): readonly Use[] => [
  ...commitments.map(({ from, to, requestId }) => ({ from, to, learner: requestId })),
  ...pendingOffers
    .filter(({ holdsPlace }) => holdsPlace)
    .map(({ from, to, offerId }) => ({ from, to, learner: offerId })),
  ...lentPlaces.map(({ from, to, loanId }) => ({ from, to, learner: loanId })),
];

/**
 * Counts the places that are in use on the busiest day of a period, by agreed matches and by offers that hold
 * a place. Learners whose periods do not overlap use the same place one after the other.
 * @param except a request or an offer whose own place counts as free
 */
export const placesUsed = (
  { commitments, pendingOffers, lentPlaces = [] }: Omit<Capacity, 'placesOffered'>,
  period: Period,
  except: { readonly requestId?: string; readonly offerId?: string } = {},
): number => {
  if (commitments.length + pendingOffers.length + lentPlaces.length === 0) return 0;
  const uses = usesOf(commitments, pendingOffers, lentPlaces).filter(
    (use) => use.learner !== except.requestId && use.learner !== except.offerId && meet(use, period),
  );
  // Checks only the first day of the period and the days on which somebody starts, because the number of places in
  // use does not increase on other days.
  const days = uses.map(({ from }) => (from > period.from ? from : period.from));
  const usedOn = (day: string): number =>
    new Set(uses.filter(({ from, to }) => from <= day && day <= to).map(({ learner }) => learner)).size;
  return Math.max(0, ...days.map(usedOn));
};

/**
 * Places that are free on every day of a period; 0 if more places are in use than the practitioner offers.
 */
export const placesFree = (
  capacity: Capacity,
  period: Period,
  except: { readonly requestId?: string; readonly offerId?: string } = {},
): number => Math.max(0, capacity.placesOffered - placesUsed(capacity, period, except));

/** The same places, with each pending offer holding the place that it asks about. */
const allHeld = <Places extends Capacity>(capacity: Places): Places => ({
  ...capacity,
  pendingOffers: capacity.pendingOffers.map((pending) => ({ ...pending, holdsPlace: true })),
});

/**
 * Places that are free on every day of a period and about which no pending offer asks. A new offer needs one, so that
 * nobody is asked about more learners than they have places for.
 */
export const placesNotAskedAbout = (
  capacity: Capacity,
  period: Period,
  except: { readonly requestId?: string; readonly offerId?: string } = {},
): number => placesFree(allHeld(capacity), period, except);

/**
 * Finds the pending offers for which no place is left: those beyond the free places, the latest first. Leaves out offers
 * for which a place is held.
 */
export const offersWithoutPlace = (capacity: Capacity): readonly PendingOffer[] => {
  const held = capacity.pendingOffers.filter(({ holdsPlace }) => holdsPlace);
  const without: PendingOffer[] = [];
  for (const pending of capacity.pendingOffers) {
    if (pending.holdsPlace) continue;
    if (placesFree({ ...capacity, pendingOffers: held }, pending) < 1) without.push(pending);
    else held.push({ ...pending, holdsPlace: true });
  }
  return without;
};

/**
 * Finds a practitioner's agreed learners who have the same university and start date as a request, except the
 * learner of that request.
 */
export const inCohort = (
  { commitments }: Pick<Capacity, 'commitments'>,
  request: Pick<SupervisionRequest, 'id' | 'university' | 'courseStart'>,
): readonly Commitment[] =>
  commitments.filter(
    ({ requestId, university, from, courseStart = from }) =>
      university === request.university && courseStart === request.courseStart && requestId !== request.id,
  );
