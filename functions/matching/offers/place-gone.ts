import { placesFree } from '../../../shared/capacity/capacity.ts';
import { periodOf } from '../../../shared/requests/request.ts';
import type { AnswerRefusal, OfferFacts } from './offer-decision.ts';

/**
 * Changes the refusal "withdrawn" to "already filled" if the offer was withdrawn for lack of a place, to give the
 * practitioner the real reason.
 */
export const placeGone = (
  refusal: AnswerRefusal,
  { request, practitioner }: Pick<OfferFacts, 'request' | 'practitioner'>,
): AnswerRefusal =>
  refusal === 'offer-withdrawn' && placesFree(practitioner, periodOf(request), { requestId: request.id }) < 1
    ? 'offer-already-filled'
    : refusal;
