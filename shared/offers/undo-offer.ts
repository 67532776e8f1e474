import { MOST_PENDING_OFFERS, placesNotAskedAbout } from '../capacity/capacity.ts';
import { type Match, type MatchIn, matchMachine } from '../matches/match.ts';
import { withoutCommitment } from '../matches/match-moves.ts';
import { type Offer, type OfferIn, offerMachine } from './offer.ts';
import { firstDeadlineFrom } from './offer-clock.ts';
import type { OfferNouns } from './offer-moves.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { periodLeft, periodOf, type SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { seatOf, withoutTried, withSeatOffered, withSeatReoffered } from '../requests/seat-moves.ts';
import { addHours, type Instant, londonDay } from '../kernel/time.ts';
import { takesOffers } from '../people/standing.ts';

export type UndoRefusal =
  'nothing-to-undo' | 'undo-too-late' | 'takes-no-offers' | 'too-many-pending' | 'request-closed';

/** Number of hours for which a decision can be undone. */
const UNDO_HOURS = 1;
/** Minimum number of hours in which to answer again after an undo. */
const ANSWER_AGAIN_HOURS = 24;

/**
 * The moment from which it is too late to undo the answer; undefined when there is no answer to undo. A
 * declared conflict of interest cannot be undone, because only the programme team can clear it.
 */
export const undoUntil = (offer: Offer): Instant | undefined =>
  offer.state === 'accepted' || (offer.state === 'declined' && offer.declineReason !== 'conflict')
    ? addHours(offer.decidedAt, UNDO_HOURS)
    : undefined;

/**
 * Removes an offer's decision and makes it pending, with at least `ANSWER_AGAIN_HOURS` in which to answer, until the end
 * of a working day.
 */
const pendingAgain = (made: Omit<OfferIn<'pending'>, 'state'>, now: Instant): OfferIn<'pending'> => {
  const soonest = firstDeadlineFrom(addHours(now, ANSWER_AGAIN_HOURS));
  const expiresAt = made.expiresAt > soonest ? made.expiresAt : soonest;
  return { ...made, state: offerMachine.accepted.undo, expiresAt };
};

const withPending = (
  practitioner: Practitioner,
  request: SupervisionRequest,
  { id: offerId, holdsPlace }: Offer,
): Practitioner => ({
  ...practitioner,
  pendingOffers: [...practitioner.pendingOffers, { offerId, ...periodOf(request), holdsPlace }],
});

/**
 * Undoes an acceptance: frees the place, undoes the match, and makes the offer pending again. Refuses if the practitioner may
 * not be asked any more, for instance because the team has hidden the listing meanwhile.
 */
export const undoAccept = (
  { request, practitioner, offer, match }: OfferNouns<'accepted'> & { readonly match: Match },
  now: Instant,
): Result<
  OfferNouns<'pending'> & { readonly match: MatchIn<'undone'> },
  'undo-too-late' | 'takes-no-offers' | 'too-many-pending' | 'request-closed'
> => {
  if (now >= addHours(offer.decidedAt, UNDO_HOURS)) return refused('undo-too-late');
  if (!takesOffers(practitioner, londonDay(now))) return refused('takes-no-offers');
  if (practitioner.pendingOffers.length >= MOST_PENDING_OFFERS) return refused('too-many-pending');
  const reopened = withSeatReoffered(request, offer.seatId, match.id, now);
  if (match.state !== 'agreed' || reopened === undefined) return refused('request-closed');
  const { decidedAt, matchId, ...made } = offer;
  return accepted({
    request: reopened,
    practitioner: withPending(withoutCommitment(practitioner, match.id), request, offer),
    offer: pendingAgain(made, now),
    match: { ...match, state: matchMachine.agreed.undo, endedAt: now },
  });
};

/**
 * The result of undoing a decline. `asked-again`: the offer is pending. `willing`: the practitioner cannot be
 * asked now but may be asked later.
 */
export type Undone =
  | (OfferNouns<'pending'> & { readonly outcome: 'asked-again' })
  | (OfferNouns<'declined'> & { readonly outcome: 'willing' });

/**
 * Undoes a decline. If the seat has since been offered to somebody else, or the practitioner has no place left about
 * which no other offer asks, the offer stays declined. The practitioner is then only removed from the list of those already asked,
 * so that they may be asked again.
 */
export const undoDecline = (
  { request, practitioner, offer }: OfferNouns<'declined'>,
  now: Instant,
): Result<Undone, 'nothing-to-undo' | 'undo-too-late' | 'request-closed'> => {
  const until = undoUntil(offer);
  if (until === undefined) return refused('nothing-to-undo');
  if (now >= until) return refused('undo-too-late');
  if (request.state !== 'open' && request.state !== 'matched') return refused('request-closed');
  const willing = withoutTried(request, offer.seatId, practitioner.id, now);
  const full =
    !takesOffers(practitioner, londonDay(now)) ||
    practitioner.pendingOffers.length >= MOST_PENDING_OFFERS ||
    placesNotAskedAbout(practitioner, periodLeft(request, londonDay(now)), { requestId: request.id }) < 1;
  const seat = seatOf(willing, offer.seatId);
  if (full || seat?.state !== 'vacant' || willing.state !== 'open')
    return accepted({ request: willing, practitioner, offer, outcome: 'willing' });
  const { decidedAt, declineReason, declineNote, ...made } = offer;
  return accepted({
    request: withSeatOffered(willing, seat, { offerId: offer.id, practitionerId: practitioner.id }, now),
    practitioner: withPending(practitioner, request, offer),
    offer: pendingAgain(made, now),
    outcome: 'asked-again',
  });
};
