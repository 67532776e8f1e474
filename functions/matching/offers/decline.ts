import { declineOffer } from '../../../shared/offers/offer-moves.ts';
import { declareConflict } from '../../../shared/offers/declare-conflict.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import { aboutOffer, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { Decided, OfferDecision, OfferFacts } from './offer-decision.ts';

/** Records declared conflicts of interest and refers them to the programme team. */
export const declaredConflict = (
  { table, chance }: WriteDeps,
  facts: OfferFacts<'pending'>,
  conflicts: Extract<OfferDecision, { decision: 'accept' }>['conflicts'],
  now: string,
): Decided => {
  const { request, practitioner, offer } = declareConflict(facts, conflicts, now);
  return accepted({
    value: { result: 'conflict-declared', offer },
    changes: [
      ...nounChanges(table, { requests: [request], practitioners: [practitioner], offers: [offer] }),
      outboxEmail(table, 'team-conflict-declared', offer.id, aboutOffer(offer), now),
      requestAudit({ chance, now, actor: 'practitioner' }, request.id, 'conflict-declared', {
        offer: offer.id,
      }),
    ],
  });
};

/** Records a decline; the matcher then offers the seat to the next practitioner. */
export const decline = (
  { table, chance }: WriteDeps,
  facts: OfferFacts<'pending'>,
  { reason, note: words }: Extract<OfferDecision, { decision: 'decline' }>,
  now: string,
): Decided => {
  const { request, practitioner, offer } = declineOffer(facts, { reason, note: words }, now);
  const about = aboutOffer(offer);
  return accepted({
    value: { result: 'declined', offer },
    changes: [
      ...nounChanges(table, { requests: [request], practitioners: [practitioner], offers: [offer] }),
      outboxEmail(table, 'requester-offer-declined', `${offer.id}.${offer.version}`, about, now),
      ...(reason === 'conflict' ? [outboxEmail(table, 'team-conflict-declared', offer.id, about, now)] : []),
      requestAudit({ chance, now, actor: 'practitioner' }, request.id, 'offer-declined', {
        offer: offer.id,
        reason,
      }),
    ],
  });
};
