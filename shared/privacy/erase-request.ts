import { ERASED } from './erase-practitioner.ts';
import { next } from '../kernel/state-machine.ts';
import { requestMachine, type RequestState, type SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * Removes everything that could identify the requester or the learner, including who was asked for each seat.
 * Keeps dates and areas for the figures. A request with a live match or offer must be withdrawn first.
 */
export const erasedRequest = (
  request: SupervisionRequest,
  now: Instant,
): Result<SupervisionRequest, { readonly code: 'not-allowed'; readonly from: RequestState }> => {
  const state = next(requestMachine, request.state, 'erase');
  if (state === undefined) return refused({ code: 'not-allowed', from: request.state });
  const erased: SupervisionRequest = {
    ...request,
    state,
    requesterName: ERASED,
    email: ERASED,
    organisation: { id: ERASED, name: ERASED },
    site: { outcode: ERASED, town: ERASED, place: request.site.place },
    scope: ERASED,
    conflicts: [],
    exclusions: [],
    updatedAt: now,
  };
  delete erased.learnerName;
  delete erased.registrationNumber;
  delete erased.nmpLeadName;
  delete erased.nmpLeadEmail;
  delete erased.canOffer;
  delete erased.onePersonReason;
  return accepted(erased);
};
