import { MOST_PENDING_OFFERS, placesFree } from '../capacity/capacity.ts';
import { next } from '../kernel/state-machine.ts';
import { type Match, matchMachine } from '../matches/match.ts';
import { type Offer, offerMachine, offerSchema } from './offer.ts';
import type { OfferNouns } from './offer-moves.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { periodOf, type SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { forgetTried, offerSeat, reofferFilledSeat, seatOf } from '../requests/seat-moves.ts';
import { addHours, type Instant } from '../kernel/time.ts';

export type UndoRefusal = 'nothing-to-undo' | 'undo-too-late' | 'too-many-pending' | 'request-closed';

/** Hours for which an answer can be taken back. */
const UNDO_HOURS = 1;
/** Hours to answer again in at least after an undo. */
const ANSWER_AGAIN_HOURS = 24;

/**
 * The last moment (exclusive) at which an answer can be undone; undefined when there is none. A declared conflict of
 * interest is with the programme team: they clear it, not an undo.
 */
export const undoUntil = ({ state, decidedAt, declineReason }: Offer): Instant | undefined =>
  (state === 'accepted' || (state === 'declined' && declineReason !== 'conflict')) && decidedAt !== undefined
    ? addHours(decidedAt, UNDO_HOURS)
    : undefined;

const undoable = (offer: Offer, now: Instant): UndoRefusal | undefined => {
  const until = undoUntil(offer);
  if (until === undefined) return 'nothing-to-undo';
  return now < until ? undefined : 'undo-too-late';
};

const undecided = offerSchema
  .omit({ decidedAt: true, declineReason: true, declineNote: true, matchId: true })
  .strip();

const pendingAgain = (offer: Offer, state: Offer['state'], now: Instant): Offer => {
  const soonest = addHours(now, ANSWER_AGAIN_HOURS);
  const expiresAt = offer.expiresAt > soonest ? offer.expiresAt : soonest;
  return { ...undecided.parse(offer), state, expiresAt };
};

const withPending = (
  practitioner: Practitioner,
  request: SupervisionRequest,
  offer: Offer,
): Practitioner => ({
  ...practitioner,
  pendingOffers: [
    ...practitioner.pendingOffers,
    { offerId: offer.id, ...periodOf(request), holdsPlace: offer.holdsPlace },
  ],
});

/** An acceptance is taken back: the place is free, the match undone, the offer awaits its answer again. */
export const undoAccept = (
  { request, practitioner, offer, match }: OfferNouns & { readonly match: Match },
  now: Instant,
): Result<OfferNouns & { readonly match: Match }, UndoRefusal> => {
  if (offer.state !== 'accepted') return refused('nothing-to-undo');
  const refusal = undoable(offer, now);
  if (refusal !== undefined) return refused(refusal);
  if (practitioner.pendingOffers.length >= MOST_PENDING_OFFERS) return refused('too-many-pending');
  const matchState = next(matchMachine, match.state, 'undo');
  const offerState = next(offerMachine, offer.state, 'undo');
  const reopened = reofferFilledSeat(request, offer.seatId, match.id, now);
  if (matchState === undefined || offerState === undefined || !reopened.ok) return refused('request-closed');
  const freed = {
    ...practitioner,
    commitments: practitioner.commitments.filter(({ matchId }) => matchId !== match.id),
  };
  return accepted({
    request: reopened.value,
    practitioner: withPending(freed, request, offer),
    offer: pendingAgain(offer, offerState, now),
    match: { ...match, state: matchState, endedAt: now },
  });
};

/** What became of a decline that was taken back. */
export interface Undone extends OfferNouns {
  /** `asked-again`: the offer is pending. `willing`: they cannot be asked now, and may be asked later. */
  readonly outcome: 'asked-again' | 'willing';
}

/**
 * A decline is taken back. When the seat has meanwhile been offered to the next practitioner, or the practitioner's
 * place agreed or promised to another learner, the offer stays declined and the practitioner is recorded as willing:
 * not among those who were tried.
 */
export const undoDecline = (
  { request, practitioner, offer }: OfferNouns,
  now: Instant,
): Result<Undone, UndoRefusal> => {
  if (offer.state !== 'declined') return refused('nothing-to-undo');
  const refusal = undoable(offer, now);
  if (refusal !== undefined) return refused(refusal);
  if (request.state !== 'open' && request.state !== 'matched') return refused('request-closed');
  const willing = forgetTried(request, offer.seatId, practitioner.id, now);
  const full =
    practitioner.state !== 'listed' ||
    practitioner.pendingOffers.length >= MOST_PENDING_OFFERS ||
    placesFree(practitioner, periodOf(request), { requestId: request.id }) < 1;
  const seat = seatOf(willing, offer.seatId);
  const state = next(offerMachine, offer.state, 'undo');
  const to = { offerId: offer.id, practitionerId: practitioner.id };
  const offered = offerSeat(willing, offer.seatId, to, now);
  if (full || seat?.state !== 'vacant' || state === undefined || !offered.ok)
    return accepted({ request: willing, practitioner, offer, outcome: 'willing' });
  return accepted({
    request: offered.value,
    practitioner: withPending(practitioner, request, offer),
    offer: pendingAgain(offer, state, now),
    outcome: 'asked-again',
  });
};
