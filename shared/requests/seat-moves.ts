import {
  isRequestIn,
  requestMachine,
  type Seat,
  type SeatIn,
  seatMachine,
  type SupervisionRequest,
} from './request.ts';
import type { TakenBackReason } from './taken-back.ts';
import type { Instant } from '../kernel/time.ts';

type Tried = Seat['tried'][number];

/** The seat of a request by its id. */
export const seatOf = ({ seats }: SupervisionRequest, seatId: string): Seat | undefined =>
  seats.find(({ id }) => id === seatId);

/** Finds the seat whose current offer is this one; undefined if there is none. */
export const offeredSeat = (
  request: SupervisionRequest,
  seatId: string,
  offerId: string,
): SeatIn<'offered'> | undefined => {
  const seat = seatOf(request, seatId);
  return seat?.state === 'offered' && seat.offerId === offerId ? seat : undefined;
};

/** Finds the seat that this match fills; undefined if there is none. */
const filledSeat = (
  request: SupervisionRequest,
  seatId: string,
  matchId: string,
): SeatIn<'filled'> | undefined => {
  const seat = seatOf(request, seatId);
  return seat?.state === 'filled' && seat.matchId === matchId ? seat : undefined;
};

const withSeat = (request: SupervisionRequest, seat: Seat, now: Instant): SupervisionRequest => ({
  ...request,
  seats: request.seats.map((old) => (old.id === seat.id ? seat : old)),
  updatedAt: now,
});

const reoffered = ({ matchId, ...seat }: SeatIn<'filled'>): SeatIn<'offered'> => ({
  ...seat,
  state: seatMachine.filled['undo-accept'],
});

const released = (
  { offerId, practitionerId, ...seat }: SeatIn<'offered'>,
  more: readonly Tried[],
  takenBack?: TakenBackReason,
): SeatIn<'vacant'> => ({
  ...seat,
  state: seatMachine.offered.release,
  tried: [...seat.tried, ...more],
  ...(takenBack === undefined ? {} : { takenBack }),
});

/**
 * Offers a vacant seat to a practitioner, and removes the record that nobody was left for the seat or that an offer was
 * taken back.
 */
export const withSeatOffered = (
  request: SupervisionRequest,
  { nobodyLeftAt, takenBack, ...seat }: SeatIn<'vacant'>,
  to: { readonly offerId: string; readonly practitionerId: string },
  now: Instant,
): SupervisionRequest => withSeat(request, { ...seat, state: seatMachine.vacant.offer, ...to }, now);

/** Fills an offered seat of an open request. When the last seat is filled, the request becomes matched. */
export const withSeatFilled = (
  request: SupervisionRequest,
  seat: SeatIn<'offered'>,
  matchId: string,
  now: Instant,
): SupervisionRequest => {
  const filled = withSeat(request, { ...seat, state: seatMachine.offered.accept, matchId }, now);
  return filled.seats.every(({ state }) => state === 'filled')
    ? { ...filled, state: requestMachine.open['fill-last-seat'] }
    : filled;
};

/**
 * Makes an offered seat vacant. Leaves the seat unchanged if the given offer is no longer the seat's current
 * one.
 * @param tried practitioners who must not be asked again about this request
 * @param takenBack why the offer was taken back, if nobody answered it
 */
export const withSeatReleased = (
  request: SupervisionRequest,
  seatId: string,
  offerId: string,
  now: Instant,
  tried: readonly Tried[] = [],
  takenBack?: TakenBackReason,
): SupervisionRequest => {
  const seat = offeredSeat(request, seatId, offerId);
  return seat === undefined ? request : withSeat(request, released(seat, tried, takenBack), now);
};

const isOngoing = isRequestIn('open', 'matched');
const mayLoseSeat = isRequestIn('open', 'matched', 'paused');

/**
 * Makes a filled seat vacant, and opens the request again at the front of the queue. A paused one stays paused.
 * @returns undefined when the request is closed, or when another match fills the seat
 */
export const withSeatVacated = (
  request: SupervisionRequest,
  seatId: string,
  matchId: string,
  now: Instant,
  tried: readonly Tried[] = [],
): SupervisionRequest | undefined => {
  const seat = filledSeat(request, seatId, matchId);
  if (seat === undefined || !mayLoseSeat(request)) return undefined;
  const state = requestMachine[request.state]['vacate-seat'];
  return { ...withSeat(request, released(reoffered(seat), tried), now), state, reopenedAt: now };
};

/** Fewest hours of a vacant seat: somebody has to meet the learner even if all hours are done. */
const FEWEST_HOURS = 1;

/**
 * Takes off a seat the hours that were done with somebody who has left it.
 * @param done hours that were done
 */
export const withHoursDone = (
  request: SupervisionRequest,
  seatId: string,
  done: number,
): SupervisionRequest => ({
  ...request,
  seats: request.seats.map((seat) =>
    seat.id === seatId
      ? {
          ...seat,
          hours: Math.max(FEWEST_HOURS, seat.hours - done),
          hoursDone: (seat.hoursDone ?? 0) + done,
        }
      : seat,
  ),
});

/**
 * Undoes an acceptance: the seat goes back to `offered`, under the same offer.
 * @returns undefined when the request is closed, or when another match fills the seat
 */
export const withSeatReoffered = (
  request: SupervisionRequest,
  seatId: string,
  matchId: string,
  now: Instant,
): SupervisionRequest | undefined => {
  const seat = filledSeat(request, seatId, matchId);
  if (seat === undefined || !isOngoing(request)) return undefined;
  return { ...withSeat(request, reoffered(seat), now), state: requestMachine[request.state]['vacate-seat'] };
};

/**
 * Removes a practitioner from the list of those already asked for a seat, so that the practitioner may be
 * asked again.
 */
export const withoutTried = (
  request: SupervisionRequest,
  seatId: string,
  practitionerId: string,
  now: Instant,
): SupervisionRequest => {
  const seat = seatOf(request, seatId);
  if (seat === undefined) return request;
  const tried = seat.tried.filter((one) => one.practitionerId !== practitionerId);
  return withSeat(request, { ...seat, tried }, now);
};

/** Records that the requester has been notified that nobody suitable is left for a vacant seat. */
export const withNobodyLeft = (
  request: SupervisionRequest,
  seat: SeatIn<'vacant'>,
  now: Instant,
): SupervisionRequest => withSeat(request, { ...seat, nobodyLeftAt: now }, now);
