import { placesFree } from '../../../shared/capacity/capacity.ts';
import { periodOf } from '../../../shared/requests/request.ts';
import type { AnswerRefusal, OfferFacts } from './offer-decision.ts';

/**
 * Replaces the refusal "withdrawn" with "already filled" if the offer was withdrawn for lack of a place, so that the
 * practitioner learns the real reason.
 */
export const placeGone = (
  refusal: AnswerRefusal,
  { request, practitioner }: Pick<OfferFacts, 'request' | 'practitioner'>,
): AnswerRefusal =>
  refusal === 'offer-withdrawn' && placesFree(practitioner, periodOf(request), { requestId: request.id }) < 1
    ? 'offer-already-filled'
    : refusal;
