import { seatRoles } from '../reference/seat-roles.ts';
import { hoursLeftOf } from './hours-left.ts';
import type { Seat, SupervisionRequest } from './request.ts';

/** A role in the team that nobody has agreed to fill yet. */
export type MissingSeat = Pick<Seat, 'id' | 'role' | 'hours' | 'state'>;

/** The people who supervise one learner, with their hours. */
export interface Team {
  readonly hoursWanted: number;
  readonly hoursAgreed: number;
  /**
   * Hours that the university requires with the person who signs off, and how many of them that person has
   * agreed to.
   */
  readonly namedWanted: number;
  readonly namedAgreed: number;
  readonly missing: readonly MissingSeat[];
  /**
   * Whether every seat is filled, `hoursAgreed` reaches `hoursWanted`, and `namedAgreed` reaches `namedWanted`.
   */
  readonly complete: boolean;
}

const signsOff: ReadonlySet<string> = new Set(seatRoles.filter((role) => role.signsOff).map(({ id }) => id));

/** Hours that were done before with people who have left, and the hours of seats that are filled now. */
const hoursOf = (seats: readonly Pick<Seat, 'hours' | 'hoursDone' | 'state'>[]): number =>
  seats.reduce(
    (sum, { state, hours, hoursDone = 0 }) => sum + hoursDone + (state === 'filled' ? hours : 0),
    0,
  );

/**
 * Progress of a request's team, which is one person, an assessor and a supervisor, or a learning hub with its
 * spokes.
 */
export const teamOf = ({
  seats,
  namedDppHours,
  ...request
}: Pick<SupervisionRequest, 'seats' | 'hours' | 'hoursDone' | 'namedDppHours'>): Team => {
  const hoursWanted = hoursLeftOf(request);
  const namedWanted = Math.min(namedDppHours, hoursWanted);
  const hoursAgreed = hoursOf(seats);
  const namedAgreed = hoursOf(seats.filter(({ role }) => signsOff.has(role)));
  const missing = seats
    .filter(({ state }) => state !== 'filled')
    .map(({ id, role, hours: own, state }) => ({ id, role, hours: own, state }));
  return {
    hoursWanted,
    hoursAgreed,
    namedWanted,
    namedAgreed,
    missing,
    complete: missing.length === 0 && hoursAgreed >= hoursWanted && namedAgreed >= namedWanted,
  };
};
