import { ERASED } from '../kernel/erased.ts';
import {
  type ErasedRequest,
  erasedRequestSchema,
  requestMachine,
  type SupervisionRequest,
} from '../requests/request.ts';
import { withUnknownKeys } from '../kernel/unknown-keys.ts';
import type { Instant } from '../kernel/time.ts';

// Also drops fields of a later version, because they might contain personal data.
const remaining = withUnknownKeys(erasedRequestSchema, 'dropped');

/** The fields that version 0.1.0 requires and that an erased request no longer has. */
type Placeholders = Pick<
  SupervisionRequest,
  'requesterName' | 'email' | 'organisation' | 'site' | 'scope' | 'conflicts' | 'exclusions'
>;

/**
 * Removes everything that identifies the requester or the learner. Dates and areas stay for the figures. The request's
 * pending offers and current matches must be ended first.
 */
export const erasedRequest = (request: SupervisionRequest, now: Instant): ErasedRequest => {
  const erased: ErasedRequest & Placeholders = {
    ...remaining.parse({ ...request, state: requestMachine[request.state].erase, updatedAt: now }),
    requesterName: ERASED,
    email: ERASED,
    organisation: { id: ERASED, name: ERASED },
    site: { outcode: ERASED, town: ERASED, place: request.site.place },
    scope: ERASED,
    conflicts: [],
    exclusions: [],
  };
  return erased;
};
