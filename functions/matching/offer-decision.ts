import type { DeclineReason } from '../../shared/domain/offer.ts';
import type { BackUp, OfferRefusal } from '../../shared/domain/offer-moves.ts';
import type { UndoRefusal } from '../../shared/domain/offer-moves-undo.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Decision } from '../platform/unit-of-work.ts';
import type { Match } from '../../shared/domain/match.ts';
import type { Offer } from '../../shared/domain/offer.ts';
import type { Practitioner } from '../../shared/domain/practitioner.ts';
import type { conflictKinds, SupervisionRequest } from '../../shared/domain/request.ts';

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
