import { undoAccept, undoDecline } from '../../../shared/offers/undo-offer.ts';
import { seatOf } from '../../../shared/requests/seat-moves.ts';
import { accepted, refused } from '../../../shared/kernel/result.ts';
import {
  aboutMatch,
  nounChanges,
  ledgerChanges,
  outboxEmail,
  requestAudit,
} from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { Decided, OfferFacts } from './offer-decision.ts';

/** Undoes an acceptance or a decline, up to one hour after the answer. */
export const undoAnswer = ({ table, chance }: WriteDeps, facts: OfferFacts, now: string): Decided => {
  const answered = facts.offer;
  const noted = requestAudit({ chance, now, actor: 'practitioner' }, facts.request.id, 'answer-undone', {
    offer: answered.id,
  });
  if (answered.state === 'accepted' && facts.match !== undefined) {
    const moved = undoAccept({ ...facts, offer: answered, match: facts.match }, now);
    if (!moved.ok) return moved;
    const { request, practitioner, offer, match } = moved.value;
    return accepted({
      value: { result: 'asked-again', offer },
      changes: [
        ...nounChanges(table, {
          requests: [request],
          practitioners: [practitioner],
          offers: [offer],
          matches: [match],
        }),
        ...ledgerChanges(table, [match]),
        outboxEmail(table, 'requester-match-undone', match.id, aboutMatch(match), now),
        noted,
      ],
    });
  }
  if (answered.state !== 'declined') return refused('nothing-to-undo');
  const moved = undoDecline({ ...facts, offer: answered }, now);
  if (!moved.ok) return moved;
  const { request, practitioner, offer, outcome } = moved.value;
  const asked = outcome === 'asked-again';
  const before = seatOf(facts.request, offer.seatId)?.tried ?? [];
  if (!asked && !before.some(({ practitionerId }) => practitionerId === practitioner.id))
    return accepted({ value: { result: outcome, offer }, changes: [] });
  return accepted({
    value: { result: outcome, offer },
    changes: [
      ...nounChanges(table, {
        requests: [request],
        ...(asked ? { practitioners: [practitioner], offers: [offer] } : {}),
      }),
      noted,
    ],
  });
};
