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
 * Withdraws pending offers that no place is left for: the number offered was lowered, or more were pending than an
 * acceptance could take along. Their seats go to the next practitioner.
 * @returns a function that says how many were withdrawn
 */
export const withdrawOffersWithoutPlace = ({ table, chance, clock, log }: Deps) => {
  const withdraw = (offerId: string, now: string) =>
    decideAndCommit<OfferFacts | undefined, 'withdrawn' | 'stands', never>({
      table,
      read: () => readOfferFacts(table, offerId, false),
      decide: (facts) => {
        const gone =
          facts && offersWithoutPlace(facts.practitioner).some((pending) => pending.offerId === offerId);
        const moved = gone === true ? withdrawOffer(facts, now) : undefined;
        if (moved?.ok !== true) return accepted({ value: 'stands', changes: [] });
        const { request, practitioner, offer } = moved.value;
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
