import { next } from '../kernel/state-machine.ts';
import {
  type AskForSupervision,
  requestMachine,
  type RequestState,
  type SupervisionRequest,
} from './request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { seatsWanted } from './seats-wanted.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * Creates a request from a submitted form. Nobody is asked to supervise until its e-mail address is
 * confirmed.
 */
export const createRequest = (
  ask: AskForSupervision,
  id: string,
  wording: string,
  now: Instant,
): SupervisionRequest => ({
  ...ask,
  id,
  version: 0,
  state: 'unconfirmed',
  seats: [],
  exclusions: [],
  consent: { wording, at: now },
  createdAt: now,
  updatedAt: now,
});

/** Opens a request whose address is confirmed, with the seats that its profession requires. */
export const openedRequest = (
  request: SupervisionRequest,
  now: Instant,
): Result<SupervisionRequest, { readonly code: 'not-allowed'; readonly from: RequestState }> => {
  const state = next(requestMachine, request.state, 'confirm-email');
  return state === undefined
    ? refused({ code: 'not-allowed', from: request.state })
    : accepted({
        ...request,
        state,
        seats: seatsWanted(request, request.id),
        confirmedAt: now,
        updatedAt: now,
      });
};
