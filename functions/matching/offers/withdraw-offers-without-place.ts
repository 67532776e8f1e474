import { offersWithoutPlace } from '../../../shared/capacity/capacity.ts';
import { withdrawOffer } from '../../../shared/offers/offer-moves.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
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
 * Withdraws pending offers for which the practitioner has no place left. This happens after the practitioner has
 * lowered the number of places, or after an acceptance that had to withdraw more offers than fit in one commit.
 * @returns a function that resolves to the number of offers that were withdrawn
 */
export const withdrawOffersWithoutPlace = ({ table, chance, clock, log }: Deps) => {
  const withdraw = (offerId: string, now: string) =>
    decideAndCommit<OfferFacts | undefined, 'withdrawn' | 'kept', never>({
      table,
      read: () => readOfferFacts(table, offerId, false),
      decide: (facts) => {
        if (
          facts?.offer.state !== 'pending' ||
          !offersWithoutPlace(facts.practitioner).some((pending) => pending.offerId === offerId)
        )
          return accepted({ value: 'kept', changes: [] });
        const { request, practitioner, offer } = withdrawOffer({ ...facts, offer: facts.offer }, now);
        return accepted({
          value: 'withdrawn',
          changes: [
            ...nounChanges(table, { requests: [request], practitioners: [practitioner], offers: [offer] }),
            outboxEmail(table, 'practitioner-offer-withdrawn', offer.id, aboutOffer(offer), now),
            requestAudit({ chance, now, actor: 'schedule' }, request.id, 'offer-withdrawn', {
              offer: offer.id,
            }),
          ],
        });
      },
    });

  return async (): Promise<number> => {
    const now = clock.now();
    const listed = await practitionerRepository(table).inState('listed');
    let withdrawn = 0;
    await forEachReadable(table, listed.flatMap(offersWithoutPlace), async ({ offerId }) => {
      const outcome = await withdraw(offerId, now);
      if (!outcome.ok || outcome.value !== 'withdrawn') return;
      log.event('offer-withdrawn', { offerId });
      withdrawn += 1;
    });
    return withdrawn;
  };
};
