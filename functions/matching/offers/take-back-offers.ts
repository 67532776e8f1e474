import { offersWithoutPlace } from '../../../shared/capacity/capacity.ts';
import { withdrawOffer } from '../../../shared/offers/offer-moves.ts';
import { type Day, londonDay } from '../../../shared/kernel/time.ts';
import type { PendingOffer, Practitioner } from '../../../shared/people/practitioner.ts';
import { barOf, takesOffers } from '../../../shared/people/standing.ts';
import type { TakenBackReason } from '../../../shared/requests/taken-back.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { keptOfLists } from '../../store/table/list-page.ts';
import { forEachReadable } from '../../store/table/read-rows.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { aboutOffer, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { OfferFacts } from './offer-decision.ts';
import { readOfferFacts } from './offer-facts.ts';

interface Deps extends WriteDeps {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Finds the pending offers to take back on a day: all if matching asks the practitioner no more, as when a register
 * check has been overdue for too long; otherwise those for which no place is left.
 */
const offersToTakeBack = (practitioner: Practitioner, today: Day): readonly PendingOffer[] =>
  takesOffers(practitioner, today) ? offersWithoutPlace(practitioner) : practitioner.pendingOffers;

const reasonFor = (practitioner: Practitioner, today: Day): TakenBackReason => {
  const bar = barOf(practitioner, today);
  if (bar === undefined) return 'dpp-full';
  return bar === 'unreachable' ? 'dpp-unreachable' : 'dpp-not-available';
};

/**
 * Takes back pending offers of practitioners whom matching asks no more, which begins on a day without any change of
 * theirs, and offers for which no place is left: after the practitioner has lowered the number of places, or after an
 * acceptance that had to withdraw more offers than fit in one commit.
 * @returns a function that resolves to the number of offers that were taken back
 */
export const takeBackOffers = ({ table, chance, clock, log }: Deps) => {
  const withdraw = (offerId: string, now: string) =>
    decideAndCommit<OfferFacts | undefined, 'withdrawn' | 'kept', never>({
      table,
      read: () => readOfferFacts(table, offerId, false),
      decide: (facts) => {
        if (
          facts?.offer.state !== 'pending' ||
          !offersToTakeBack(facts.practitioner, londonDay(now)).some((pending) => pending.offerId === offerId)
        )
          return accepted({ value: 'kept', changes: [] });
        const { request, practitioner, offer } = withdrawOffer(
          { ...facts, offer: facts.offer },
          now,
          reasonFor(facts.practitioner, londonDay(now)),
        );
        return accepted({
          value: 'withdrawn',
          changes: [
            ...nounChanges(table, { requests: [request], practitioners: [practitioner], offers: [offer] }),
            outboxEmail(table, 'practitioner-offer-withdrawn', offer.id, aboutOffer(offer), now),
            outboxEmail(table, 'requester-offer-taken-back', offer.id, aboutOffer(offer), now),
            requestAudit({ chance, now, actor: 'schedule' }, request.id, 'offer-withdrawn', {
              offer: offer.id,
            }),
          ],
        });
      },
    });

  return async (): Promise<number> => {
    const now = clock.now();
    const practitioners = practitionerRepository(table);
    // A listing becomes stale by a day, in the daily run. Version 0.1.0 left the offers of somebody who paused.
    const due = await keptOfLists(
      ['listed', 'stale', 'paused'] as const,
      (state, page) => practitioners.page(state, page),
      (one) => offersToTakeBack(one, londonDay(now)),
    );
    let withdrawn = 0;
    await forEachReadable(table, due, async ({ offerId }) => {
      const outcome = await withdraw(offerId, now);
      if (!outcome.ok || outcome.value !== 'withdrawn') return;
      log.event('offer-withdrawn', { offerId });
      withdrawn += 1;
    });
    return withdrawn;
  };
};
