import type { Seat, SupervisionRequest } from './request.ts';
import { seatsWanted } from './seats-wanted.ts';

/** A seat has at least so many hours, even if more were done than are wanted now. */
const LEAST = 1;

/** Whether the answers of a request still want a seat of this role. */
export const isStillWanted = (request: SupervisionRequest, { role }: Pick<Seat, 'role'>): boolean =>
  seatsWanted(request, request.id).some((wanted) => wanted.role === role);

/**
 * Gives a request the seats that its answers want. A seat of a role that is wanted stays as it is, with the hours that are
 * wanted now, less those that were done with somebody who has left. The first seat takes over who was asked for a role that is not wanted any more, so that nobody is asked
 * again.
 */
export const withSeatsWanted = (request: SupervisionRequest): SupervisionRequest => {
  const formerOf = (role: Seat['role']) => request.seats.find((seat) => seat.role === role);
  const triedElsewhere = request.seats
    .filter((seat) => !isStillWanted(request, seat))
    .flatMap(({ tried }) => tried);
  const seats = seatsWanted(request, request.id).map((wanted): Seat => {
    const former = formerOf(wanted.role);
    if (former !== undefined)
      return { ...former, hours: Math.max(LEAST, wanted.hours - (former.hoursDone ?? 0)) };
    const isTaken = request.seats.some(({ id }) => id === wanted.id);
    return isTaken ? { ...wanted, id: `${request.id}-${wanted.role}` } : wanted;
  });
  return {
    ...request,
    seats: seats.map((seat, index) =>
      index === 0 ? { ...seat, tried: [...seat.tried, ...triedElsewhere] } : seat,
    ),
  };
};
