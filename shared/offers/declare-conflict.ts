import { answerable, type OfferNouns, type OfferRefusal, withoutPending } from './offer-moves.ts';
import type { conflictKinds } from '../requests/request.ts';
import { accepted, type Result } from '../kernel/result.ts';
import { releaseOfferedSeat } from '../requests/seat-moves.ts';
import type { Instant } from '../kernel/time.ts';

type ConflictKind = (typeof conflictKinds)[number];

/**
 * The practitioner would accept, but declares a conflict of interest: the programme team looks at it. The pair is not
 * judged eligible until the team clears it; the seat is offered on meanwhile. It is filed under the practitioner's id,
 * so that the learner's own papers do not name them.
 */
export const declareConflict = (
  { request, practitioner, offer }: OfferNouns,
  kinds: readonly ConflictKind[],
  now: Instant,
): Result<OfferNouns, OfferRefusal> => {
  const open = answerable(offer, now);
  if (!open.ok) return open;
  const released = releaseOfferedSeat(request, offer.seatId, offer.id, now);
  const declared = kinds.map((kind) => ({ kind, who: practitioner.id }));
  return accepted({
    request: { ...released, conflicts: [...released.conflicts, ...declared] },
    practitioner: withoutPending(practitioner, offer.id),
    offer: { ...offer, state: 'declined', decidedAt: now, declineReason: 'conflict' },
  });
};
