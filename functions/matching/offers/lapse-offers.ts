import { isOverdue, lapseOffer } from '../../../shared/offers/offer-moves.ts';
import { needsCheckIn } from '../../../shared/people/silence.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { offerRepository } from '../../store/repositories/offer-repository.ts';
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
 * Marks every overdue offer as lapsed, makes its seat vacant and sends an e-mail to the practitioner and the
 * requester. After two in a row without an answer, also sends the practitioner a check-in.
 * @returns a function that resolves to the number of offers that lapsed
 */
export const lapseOffers = ({ table, chance, clock, log }: Deps) => {
  const lapse = (offerId: string, now: string) =>
    decideAndCommit<OfferFacts | undefined, 'lapsed' | 'answered', never>({
      table,
      read: () => readOfferFacts(table, offerId, false),
      decide: (facts) => {
        if (facts === undefined || !isOverdue(facts.offer, now))
          return accepted({ value: 'answered', changes: [] });
        const { request, practitioner, offer } = lapseOffer({ ...facts, offer: facts.offer }, now);
        const about = aboutOffer(offer);
        return accepted({
          value: 'lapsed',
          changes: [
            ...nounChanges(table, { requests: [request], practitioners: [practitioner], offers: [offer] }),
            outboxEmail(table, 'practitioner-offer-lapsed', offer.id, about, now),
            outboxEmail(table, 'requester-offer-declined', `${offer.id}.${offer.version}`, about, now),
            // A neighbour’s DPP gets the check-in from their own system.
            ...(practitioner.guest === undefined && needsCheckIn(practitioner)
              ? [
                  outboxEmail(
                    table,
                    'practitioner-silent-check-in',
                    offer.id,
                    { practitionerId: practitioner.id },
                    now,
                  ),
                ]
              : []),
            requestAudit({ chance, now, actor: 'schedule' }, request.id, 'offer-lapsed', { offer: offer.id }),
          ],
        });
      },
    });

  return async (): Promise<number> => {
    const now = clock.now();
    let lapsed = 0;
    await forEachReadable(table, await offerRepository(table).overdue(now), async ({ id: offerId }) => {
      const outcome = await lapse(offerId, now);
      if (!outcome.ok) log.event('lapse-later', { offerId, reason: outcome.refusal });
      if (outcome.ok && outcome.value === 'lapsed') {
        log.event('offer-lapsed', { offerId });
        lapsed += 1;
      }
    });
    return lapsed;
  };
};
