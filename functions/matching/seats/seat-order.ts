import {
  isSeatIn,
  type Seat,
  type SeatIn,
  type SupervisionRequest,
} from '../../../shared/requests/request.ts';
import { comesFirst } from '../../../shared/requests/comes-first.ts';
import { isReachable } from '../../../shared/requests/requester-reach.ts';
import { lastDeadline } from '../../../shared/offers/offer-clock.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { seatRoles } from '../../../shared/reference/seat-roles.ts';

const signsOff = (seat: Seat): boolean =>
  seatRoles.some(({ id, signsOff: signs }) => id === seat.role && signs);

/** Returns the vacant seats of a request, first those of a role that signs the learner off. */
export const vacantSeats = ({ seats }: SupervisionRequest): readonly SeatIn<'vacant'>[] =>
  seats.filter(isSeatIn('vacant')).toSorted((a, b) => Number(signsOff(b)) - Number(signsOff(a)));

/**
 * Selects the open requests that have vacant seats, for which an offer made `now` can still be answered and whose
 * requester can be told of a DPP. Sorts them: first those that come before all others, such as those whose DPP has left,
 * then by nearest sign-off date, then by when the request was made.
 */
export const byUrgency = (
  requests: readonly SupervisionRequest[],
  now: Instant,
): readonly SupervisionRequest[] =>
  requests
    .filter(
      (request) =>
        request.state === 'open' &&
        now < lastDeadline(request) &&
        isReachable(request, londonDay(now)) &&
        vacantSeats(request).length > 0,
    )
    .toSorted(
      (a, b) =>
        Number(comesFirst(b)) - Number(comesFirst(a)) ||
        a.signOffNeededBy.localeCompare(b.signOffNeededBy) ||
        a.createdAt.localeCompare(b.createdAt) ||
        a.id.localeCompare(b.id),
    );
