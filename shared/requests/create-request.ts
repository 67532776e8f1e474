import { type AskForSupervision, type RequestIn, requestMachine } from './request.ts';
import { seatsWanted } from './seats-wanted.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * Creates a request from a submitted form. Nobody is asked to supervise until the requester has confirmed
 * their e-mail address.
 */
export const createRequest = (
  ask: AskForSupervision,
  id: string,
  wording: string,
  now: Instant,
): RequestIn<'unconfirmed'> => ({
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

/**
 * Opens a request whose e-mail address has been confirmed, with the seats that the learner's profession
 * requires.
 */
export const openedRequest = (request: RequestIn<'unconfirmed'>, now: Instant): RequestIn<'open'> => ({
  ...request,
  state: requestMachine.unconfirmed['confirm-email'],
  seats: seatsWanted(request, request.id),
  confirmedAt: now,
  updatedAt: now,
});

/**
 * Records that the address is confirmed, but does not open the request: its learner has another one. The programme team
 * may open or refuse it.
 */
export const heldBackRequest = (
  request: RequestIn<'unconfirmed'>,
  now: Instant,
): RequestIn<'unconfirmed'> => ({ ...request, confirmedAt: now, updatedAt: now });
