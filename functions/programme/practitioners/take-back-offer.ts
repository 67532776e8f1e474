import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import { withdrawOffer } from '../../../shared/offers/offer-moves.ts';
import type { OfferFacts } from '../../matching/offers/offer-decision.ts';
import { readOfferFacts } from '../../matching/offers/offer-facts.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { aboutOffer, nounChanges, outboxEmail } from '../../store/noun-changes.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

interface TakingBack {
  readonly id: string;
  readonly why: string;
  readonly by: string;
}

type Refused = 'unknown-offer' | 'offer-already-answered' | 'busy';

/**
 * Takes back an offer that waits for an answer. The practitioner is not asked again for this request; the next one is.
 * Idempotent.
 */
export const takeBackOffer =
  ({ table, clock, chance }: Pick<PractitionerDeps, 'table' | 'clock' | 'chance'>) =>
  ({ id, why, by }: TakingBack): Promise<Result<Offer, Refused>> => {
    const now = clock.now();
    return decideAndCommit<OfferFacts | undefined, Offer, Refused>({
      table,
      read: () => readOfferFacts(table, id, false),
      decide: (facts) => {
        if (facts === undefined) return refused('unknown-offer');
        const { offer } = facts;
        if (offer.state === 'withdrawn') return accepted({ value: offer, changes: [] });
        if (offer.state !== 'pending') return refused('offer-already-answered');
        const moved = withdrawOffer({ ...facts, offer }, now, 'team');
        const about = aboutOffer(offer);
        return accepted({
          value: moved.offer,
          changes: [
            ...nounChanges(table, {
              requests: [moved.request],
              practitioners: [moved.practitioner],
              offers: [moved.offer],
            }),
            outboxEmail(table, 'practitioner-offer-withdrawn', id, about, now),
            outboxEmail(table, 'requester-offer-taken-back', id, about, now),
            ...teamDecisionRows(
              `request#${offer.requestId}`,
              now,
              chance.id(),
              { by, why },
              'offer-withdrawn',
              { offer: id },
            ),
          ],
        });
      },
    });
  };
