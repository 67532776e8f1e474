import { declineOffer } from '../../shared/domain/offer-moves.ts';
import { declareConflict } from '../../shared/domain/offer-moves-conflict.ts';
import { accepted, refused } from '../../shared/domain/result.ts';
import { aboutOffer, changesTo, mail, note } from './changes.ts';
import type { MatchingDeps } from './deps.ts';
import type { Decided, OfferDecision, OfferFacts } from './offer-decision.ts';
import { placeGone } from './place-gone.ts';

/** An acceptance with a conflict of interest: to the programme team, and the seat is offered on meanwhile. */
export const declaredConflict = (
  { table, chance }: MatchingDeps,
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
      ...changesTo(table, { requests: [request], practitioners: [practitioner], offers: [offer] }),
      mail(table, 'team-conflict-declared', offer.id, aboutOffer(offer), now),
      note({ chance, now, actor: 'practitioner' }, request.id, 'conflict-declared', { offer: offer.id }),
    ],
  });
};

/** A decline: the seat is vacant again, and its request goes on looking. */
export const decline = (
  { table, chance }: MatchingDeps,
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
      ...changesTo(table, { requests: [request], practitioners: [practitioner], offers: [offer] }),
      mail(table, 'requester-offer-declined', `${offer.id}.${offer.version}`, about, now),
      ...(reason === 'conflict' ? [mail(table, 'team-conflict-declared', offer.id, about, now)] : []),
      note({ chance, now, actor: 'practitioner' }, request.id, 'offer-declined', { offer: offer.id, reason }),
    ],
  });
};
