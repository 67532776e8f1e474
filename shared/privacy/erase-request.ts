import { ERASED } from '../kernel/erased.ts';
import { next } from '../kernel/state-machine.ts';
import {
  requestMachine,
  requestSchema,
  type RequestState,
  type SupervisionRequest,
} from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { withUnknownKeys } from '../kernel/unknown-keys.ts';
import type { Instant } from '../kernel/time.ts';

// Drops fields that the schema does not name, because they might contain personal data.
const known = withUnknownKeys(requestSchema, 'dropped');

/**
 * A request without anything that identifies the requester or the learner. Dates and areas stay for the figures.
 * Withdraw a request with a pending offer or a current match first.
 */
export const erasedRequest = (
  request: SupervisionRequest,
  now: Instant,
): Result<SupervisionRequest, { readonly code: 'not-allowed'; readonly from: RequestState }> => {
  const state = next(requestMachine, request.state, 'erase');
  if (state === undefined) return refused({ code: 'not-allowed', from: request.state });
  const erased: SupervisionRequest = {
    ...known.parse(request),
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
