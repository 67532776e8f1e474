import { next } from '../kernel/state-machine.ts';
import { requestMachine, type Seat, seatMachine, seatSchema, type SupervisionRequest } from './request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';

export type SeatRefusal = 'request-closed' | 'seat-not-vacant' | 'seat-not-offered' | 'seat-not-filled';

type Tried = Seat['tried'][number];

const withoutMatch = seatSchema.omit({ matchId: true }).strip();

/** A request's seat by its id. */
export const seatOf = ({ seats }: SupervisionRequest, seatId: string): Seat | undefined =>
  seats.find(({ id }) => id === seatId);

const withSeat = (request: SupervisionRequest, seat: Seat, now: Instant): SupervisionRequest => ({
  ...request,
  seats: request.seats.map((old) => (old.id === seat.id ? seat : old)),
  updatedAt: now,
});

/** A seat with nobody in it: what it needs, and who was asked before. */
const emptied = ({ id, role, hours, tried }: Seat, more: readonly Tried[]): Seat => ({
  id,
  role,
  hours,
  state: 'vacant',
  tried: [...tried, ...more],
});

/** A vacant seat is offered to somebody. That nobody was left before is forgotten. */
export const offerSeat = (
  request: SupervisionRequest,
  seatId: string,
  to: { readonly offerId: string; readonly practitionerId: string },
  now: Instant,
): Result<SupervisionRequest, SeatRefusal> => {
  const seat = seatOf(request, seatId);
  if (request.state !== 'open') return refused('request-closed');
  const state = seat === undefined ? undefined : next(seatMachine, seat.state, 'offer');
  if (seat === undefined || state === undefined) return refused('seat-not-vacant');
  const { id, role, hours, tried } = seat;
  return accepted(withSeat(request, { id, role, hours, tried, state, ...to }, now));
};

/** The seat that an offer stands for, when it still does. */
const offeredSeat = (request: SupervisionRequest, seatId: string, offerId: string): Seat | undefined => {
  const seat = seatOf(request, seatId);
  return seat?.state === 'offered' && seat.offerId === offerId ? seat : undefined;
};

/** An offered seat is filled by its offer's match; the last one makes the request matched. */
export const fillSeat = (
  request: SupervisionRequest,
  seatId: string,
  by: { readonly offerId: string; readonly matchId: string },
  now: Instant,
): Result<SupervisionRequest, SeatRefusal> => {
  if (request.state !== 'open') return refused('request-closed');
  const seat = offeredSeat(request, seatId, by.offerId);
  const state = seat === undefined ? undefined : next(seatMachine, seat.state, 'accept');
  if (seat === undefined || state === undefined) return refused('seat-not-offered');
  const filled = withSeat(request, { ...seat, state, matchId: by.matchId }, now);
  const all = filled.seats.every((one) => one.state === 'filled');
  const after = all ? next(requestMachine, filled.state, 'fill-last-seat') : filled.state;
  return after === undefined ? refused('request-closed') : accepted({ ...filled, state: after });
};

/** An offered seat is vacant again. @param tried who is not to be asked again for this request, if anybody */
export const releaseOfferedSeat = (
  request: SupervisionRequest,
  seatId: string,
  offerId: string,
  now: Instant,
  tried: readonly Tried[] = [],
): SupervisionRequest => {
  const seat = offeredSeat(request, seatId, offerId);
  return seat === undefined ? request : withSeat(request, emptied(seat, tried), now);
};

/** A filled seat falls vacant: a matched request is open again and goes to the front. */
export const vacateFilledSeat = (
  request: SupervisionRequest,
  seatId: string,
  matchId: string,
  now: Instant,
  tried: readonly Tried[] = [],
): Result<SupervisionRequest, SeatRefusal> => {
  const seat = seatOf(request, seatId);
  if (seat?.state !== 'filled' || seat.matchId !== matchId) return refused('seat-not-filled');
  const state = next(requestMachine, request.state, 'vacate-seat');
  if (state === undefined) return refused('request-closed');
  return accepted({ ...withSeat(request, emptied(seat, tried), now), state, reopenedAt: now });
};

/** An acceptance is undone: the seat waits for the same offer's answer again. */
export const reofferFilledSeat = (
  request: SupervisionRequest,
  seatId: string,
  matchId: string,
  now: Instant,
): Result<SupervisionRequest, SeatRefusal> => {
  const seat = seatOf(request, seatId);
  if (seat?.state !== 'filled' || seat.matchId !== matchId) return refused('seat-not-filled');
  const state = next(requestMachine, request.state, 'vacate-seat');
  const seatState = next(seatMachine, seat.state, 'undo-accept');
  if (state === undefined || seatState === undefined) return refused('request-closed');
  return accepted({ ...withSeat(request, { ...withoutMatch.parse(seat), state: seatState }, now), state });
};

/** Somebody may be asked for this seat again. */
export const forgetTried = (
  request: SupervisionRequest,
  seatId: string,
  practitionerId: string,
  now: Instant,
): SupervisionRequest => {
  const seat = seatOf(request, seatId);
  return seat === undefined
    ? request
    : withSeat(
        request,
        { ...seat, tried: seat.tried.filter((one) => one.practitionerId !== practitionerId) },
        now,
      );
};

/** The requester was told that nobody suitable is left for a seat. */
export const noteNobodyLeft = (
  request: SupervisionRequest,
  seatId: string,
  now: Instant,
): SupervisionRequest => {
  const seat = seatOf(request, seatId);
  return seat === undefined ? request : withSeat(request, { ...seat, nobodyLeftAt: now }, now);
};
