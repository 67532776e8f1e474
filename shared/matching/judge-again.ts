import { type Instant, londonDay } from '../kernel/time.ts';
import { lastDeadline } from '../offers/offer-clock.ts';
import { type OfferNouns, withoutPending } from '../offers/offer-moves.ts';
import { periodOf, type SupervisionRequest } from '../requests/request.ts';
import { seatOf } from '../requests/seat-moves.ts';
import { contributionsOf } from './criteria/contributions.ts';
import { sumOf } from './judge.ts';
import type { Policy } from './policy.ts';
import { type JudgeContext, seatQueryOf } from './query/seat-query.ts';
import { unmetRequirements } from './requirements/unmet-requirements.ts';

/** Parts of a cost that depend on more than the pair; a live offer keeps them. */
const keptCriteria: readonly string[] = ['hosting-balance', 'pressure', 'back-up', 'team'];

/**
 * Judges a live offer again after the learner changed the request. It still fits unless the change broke a requirement
 * that was met before. Then the offer gets the reasons and days of the request as it is now, and its time to answer ends
 * no later than the search.
 * @param before the request as the practitioner was asked about it
 * @param after the request as it is now, whose seat is still offered to the practitioner
 * @returns undefined if the offer no longer fits
 */
export const judgedAgain = (
  { practitioner, offer }: OfferNouns<'pending'>,
  before: SupervisionRequest,
  after: SupervisionRequest,
  { policy, context }: { readonly policy: Policy; readonly context: JudgeContext },
  now: Instant,
): OfferNouns<'pending'> | undefined => {
  const today = londonDay(now);
  const asIfNotAsked = withoutPending(practitioner, offer.id);
  const queryOf = (request: SupervisionRequest) => {
    const seat = seatOf(request, offer.seatId);
    return seat === undefined ? undefined : seatQueryOf(request, seat, policy, today, context);
  };
  const [was, is] = [queryOf(before), queryOf(after)];
  if (was === undefined || is === undefined || now >= lastDeadline(after)) return undefined;
  const unmetBefore = new Set(unmetRequirements(was, asIfNotAsked).map(({ name }) => name));
  if (unmetRequirements(is, asIfNotAsked).some(({ name }) => !unmetBefore.has(name))) return undefined;
  const contributions = [
    ...contributionsOf(is, asIfNotAsked).filter(({ criterion }) => !keptCriteria.includes(criterion)),
    ...offer.contributions.filter(({ criterion }) => keptCriteria.includes(criterion)),
  ];
  const end = lastDeadline(after);
  const soonest = (time: Instant): Instant => (time < end ? time : end);
  return {
    request: after,
    practitioner: {
      ...practitioner,
      pendingOffers: practitioner.pendingOffers.map((pending) =>
        pending.offerId === offer.id ? { ...pending, ...periodOf(after) } : pending,
      ),
    },
    offer: {
      ...offer,
      contributions,
      cost: sumOf(contributions),
      remindAt: soonest(offer.remindAt),
      expiresAt: soonest(offer.expiresAt),
    },
  };
};
