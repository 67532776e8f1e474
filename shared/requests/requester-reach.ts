import { addDays, type Day, type Instant, londonDay } from '../kernel/time.ts';
import type { SupervisionRequest } from './request.ts';

/** Days for which seats of a requester are still offered after e-mails to them came back. */
const DAYS_OFFERED = 7;

type Reach = Pick<SupervisionRequest, 'unreachableSince'>;

/** Returns the last day on which the seats of a requester who cannot be reached are offered. */
export const offeredUntil = (unreachableSince: Instant): Day =>
  addDays(londonDay(unreachableSince), DAYS_OFFERED);

/**
 * Whether the requester can be told of a DPP who accepts, or could until a few days ago. Otherwise nobody new is asked,
 * because a DPP would accept a learner who knows nothing of it.
 */
export const isReachable = ({ unreachableSince }: Reach, today: Day): boolean =>
  unreachableSince === undefined || today <= offeredUntil(unreachableSince);

/** Marks a request whose requester gets no e-mails. */
export const unreachableRequest = (request: SupervisionRequest, at: Instant): SupervisionRequest => ({
  ...request,
  unreachableSince: at,
  updatedAt: at,
});

/** Removes the mark from a request whose requester can be reached again. */
export const reachableRequest = (
  { unreachableSince, ...request }: SupervisionRequest,
  at: Instant,
): SupervisionRequest => ({ ...request, updatedAt: at });
