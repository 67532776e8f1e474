import type { DeclineReason } from '../../../shared/offers/offer.ts';
import type { BackUp, OfferRefusal } from '../../../shared/offers/offer-moves.ts';
import type { UndoRefusal } from '../../../shared/offers/undo-offer.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Decision } from '../../store/unit-of-work.ts';
import type { Match } from '../../../shared/matches/match.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { conflictKinds, SupervisionRequest } from '../../../shared/requests/request.ts';

/** What a practitioner answers. Declared conflicts go to the programme team instead of becoming a match. */
export type OfferDecision =
  | {
      readonly decision: 'accept';
      readonly backUp: BackUp;
      readonly conflicts: readonly (typeof conflictKinds)[number][];
    }
  | { readonly decision: 'decline'; readonly reason: DeclineReason; readonly note?: string | undefined }
  | { readonly decision: 'undo' };

/** Everything that an answer to an offer is decided on. */
export interface OfferFacts {
  readonly offer: Offer;
  readonly request: SupervisionRequest;
  readonly practitioner: Practitioner;
  readonly match?: Match | undefined;
  /** Pending offers that lose their place when this one takes the last. */
  readonly others: readonly { readonly offer: Offer; readonly request: SupervisionRequest }[];
}

/** How things stand after the answer; the same answer twice stands the same. */
export interface OfferOutcome {
  readonly result: 'accepted' | 'declined' | 'conflict-declared' | 'asked-again' | 'willing';
  readonly offer: Offer;
}

/** What is decided about an answer: what is written, or why nothing is. */
export type Decided = Result<Decision<OfferOutcome, AnswerRefusal>, AnswerRefusal>;

export type AnswerRefusal = OfferRefusal | UndoRefusal | 'offer-unknown';
