import { undoAccept, undoDecline } from '../../../shared/offers/undo-offer.ts';
import { seatOf } from '../../../shared/requests/seat-moves.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import {
  aboutMatch,
  nounChanges,
  ledgerChanges,
  outboxEmail,
  requestAudit,
} from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { Decided, OfferFacts } from './offer-decision.ts';

/** An answer is taken back within the hour; taking it back twice stands the same. */
export const undoAnswer = ({ table, chance }: WriteDeps, facts: OfferFacts, now: string): Decided => {
  const noted = requestAudit({ chance, now, actor: 'practitioner' }, facts.request.id, 'answer-undone', {
    offer: facts.offer.id,
  });
  if (facts.match !== undefined) {
    const moved = undoAccept({ ...facts, match: facts.match }, now);
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
  const moved = undoDecline(facts, now);
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
