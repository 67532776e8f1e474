import { placesFree } from '../../../shared/capacity/capacity.ts';
import { periodOf } from '../../../shared/requests/request.ts';
import type { AnswerRefusal, OfferFacts } from './offer-decision.ts';

/** Reports an offer that was withdrawn for lack of a place as already filled, because that is the reason. */
export const placeGone = (
  refusal: AnswerRefusal,
  { request, practitioner }: Pick<OfferFacts, 'request' | 'practitioner'>,
): AnswerRefusal =>
  refusal === 'offer-withdrawn' && placesFree(practitioner, periodOf(request), { requestId: request.id }) < 1
    ? 'offer-already-filled'
    : refusal;
