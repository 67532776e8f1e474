import type { DeclineReason, Offer, OfferIn, OfferState } from '../../../shared/offers/offer.ts';
import type { BackUp, OfferNouns, OfferRefusal } from '../../../shared/offers/offer-moves.ts';
import type { UndoRefusal } from '../../../shared/offers/undo-offer.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Decision } from '../../store/unit-of-work.ts';
import type { Match } from '../../../shared/matches/match.ts';
import type { ConflictKind } from '../../../shared/requests/declared-conflict.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';

/**
 * A practitioner's answer. If an acceptance declares conflicts of interest, the programme team reviews it and no
 * match is agreed.
 */
export type OfferDecision =
  | {
      readonly decision: 'accept';
      readonly backUp: BackUp;
      readonly conflicts: readonly ConflictKind[];
    }
  | { readonly decision: 'decline'; readonly reason: DeclineReason; readonly note?: string | undefined }
  | { readonly decision: 'undo' };

/** Records needed to decide whether an answer to an offer is allowed. */
export interface OfferFacts<State extends OfferState = OfferState> extends OfferNouns<State> {
  readonly match?: Match | undefined;
  /** The practitioner's other pending offers, which are withdrawn if this acceptance takes the last place. */
  readonly others: readonly { readonly offer: OfferIn<'pending'>; readonly request: SupervisionRequest }[];
}

/** The two sides of an acceptance, with their match. */
export interface Agreed {
  readonly request: SupervisionRequest;
  readonly practitioner: Practitioner;
  readonly match: Match;
}

/** The result of an answer; the same when the answer is repeated. */
export interface OfferOutcome {
  /** The agreement, if the offer is accepted and the match has not ended. */
  readonly agreed?: Agreed | undefined;
  readonly result: 'accepted' | 'declined' | 'conflict-declared' | 'asked-again' | 'willing';
  readonly offer: Offer;
}

/** The changes that an answer causes, or the reason why it is refused. */
export type Decided = Result<Decision<OfferOutcome, AnswerRefusal>, AnswerRefusal>;

/** `own-back-up`: the practitioner named themselves as the person who steps in. */
export type AnswerRefusal = OfferRefusal | UndoRefusal | 'offer-unknown' | 'own-back-up';
