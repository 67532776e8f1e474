import { hoursInWords } from '../kernel/hours-in-words.ts';
import { seatRoles } from '../reference/seat-roles.ts';
import type { Seat, SupervisionRequest } from './request.ts';

const signsOff: ReadonlySet<string> = new Set(seatRoles.filter((role) => role.signsOff).map(({ id }) => id));

/**
 * The hours that are asked of the practitioner in a seat: with somebody who signs off, those that the university requires
 * with the named DPP and are not done yet, because a team shares the rest; otherwise the hours of the seat. Never more than
 * the seat has.
 */
export const hoursWith = (
  { namedDppHours }: Pick<SupervisionRequest, 'namedDppHours'>,
  { role, hours, hoursDone = 0 }: Pick<Seat, 'role' | 'hours' | 'hoursDone'>,
): number =>
  signsOff.has(role) && namedDppHours > 0 ? Math.min(Math.max(1, namedDppHours - hoursDone), hours) : hours;

/** The hours that the university requires with the named DPP, which may be 0; undefined if the requester did not say. */
export const namedHoursOf = ({
  namedDppHours,
  noNamedHours,
}: Pick<SupervisionRequest, 'namedDppHours' | 'noNamedHours'>): number | undefined =>
  namedDppHours > 0 || noNamedHours === true ? namedDppHours : undefined;

/** Words for the hours with one practitioner: "10 hours, 15 in all"; "90 hours" if those are all. */
export const hoursWithInWords = (hours: number, inAll: number): string =>
  inAll === hours ? hoursInWords(hours) : `${hoursInWords(hours)}, ${String(inAll)} in all`;

/** Words for the hours that are asked of the practitioner in a seat of a request. */
export const seatHoursInWords = (request: SupervisionRequest, seatId: string): string => {
  const seat = request.seats.find(({ id }) => id === seatId);
  return hoursWithInWords(seat === undefined ? request.hours : hoursWith(request, seat), request.hours);
};
