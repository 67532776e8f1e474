import { offerMachine } from './offer.ts';
import { type OfferNouns, withoutPending } from './offer-moves.ts';
import type { ConflictKind, DeclaredConflict } from '../requests/declared-conflict.ts';
import { withSeatReleased } from '../requests/seat-moves.ts';
import { withoutSilence } from '../people/silence.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * Records the conflicts of interest that a practitioner declares instead of accepting. The pair is not
 * eligible until the programme team clears the conflicts; meanwhile the seat goes to the next practitioner.
 * Each conflict is stored with the practitioner's id, so that the learner's copy of their data does not name
 * the practitioner.
 */
export const declareConflict = (
  { request, practitioner, offer }: OfferNouns<'pending'>,
  kinds: readonly ConflictKind[],
  now: Instant,
): OfferNouns<'declined'> => {
  const released = withSeatReleased(request, offer.seatId, offer.id, now);
  const declared = kinds.map((kind): DeclaredConflict => ({
    kind,
    practitionerId: practitioner.id,
    decision: { is: 'undecided' },
  }));
  return {
    request: { ...released, conflicts: [...released.conflicts, ...declared] },
    practitioner: withoutSilence(withoutPending(practitioner, offer.id)),
    offer: { ...offer, state: offerMachine.pending.decline, decidedAt: now, declineReason: 'conflict' },
  };
};
