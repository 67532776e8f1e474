import { placesFree } from '../../../shared/capacity/capacity.ts';
import { periodOf } from '../../../shared/requests/request.ts';
import type { AnswerRefusal, OfferFacts } from './offer-decision.ts';

/** A withdrawn offer whose place is gone reads as filled: that is why it was withdrawn. */
export const placeGone = (
  refusal: AnswerRefusal,
  { request, practitioner }: Pick<OfferFacts, 'request' | 'practitioner'>,
): AnswerRefusal =>
  refusal === 'offer-withdrawn' && placesFree(practitioner, periodOf(request), { requestId: request.id }) < 1
    ? 'offer-already-filled'
    : refusal;
