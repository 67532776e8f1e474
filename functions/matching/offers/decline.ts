import { declineOffer } from '../../../shared/offers/offer-moves.ts';
import { declareConflict } from '../../../shared/offers/declare-conflict.ts';
import { accepted, refused } from '../../../shared/kernel/result.ts';
import { aboutOffer, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { Decided, OfferDecision, OfferFacts } from './offer-decision.ts';
import { placeGone } from './place-gone.ts';

/** An acceptance with a conflict of interest: to the programme team, and the seat is offered on meanwhile. */
export const declaredConflict = (
  { table, chance }: WriteDeps,
  facts: OfferFacts,
  conflicts: Extract<OfferDecision, { decision: 'accept' }>['conflicts'],
  now: string,
): Decided => {
  const moved = declareConflict(facts, conflicts, now);
  if (!moved.ok) return refused(placeGone(moved.refusal, facts));
  const { request, practitioner, offer } = moved.value;
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

/** A decline: the seat is vacant again, and its request goes on looking. */
export const decline = (
  { table, chance }: WriteDeps,
  facts: OfferFacts,
  { reason, note: words }: Extract<OfferDecision, { decision: 'decline' }>,
  now: string,
): Decided => {
  const moved = declineOffer(facts, { reason, note: words }, now);
  if (!moved.ok) return refused(placeGone(moved.refusal, facts));
  const { request, practitioner, offer } = moved.value;
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
