import type { SeatRole } from '../reference/seat-roles.ts';
import { hoursLeftOf } from './hours-left.ts';
import type { AskForSupervision, SeatIn } from './request.ts';

const seat = (requestId: string, position: number, role: SeatRole, hours: number): SeatIn<'vacant'> => ({
  id: `${requestId}-${position}`,
  role,
  hours,
  state: 'vacant',
  tried: [],
});

/**
 * The seats that a request needs by its profession's rules. Nurses and midwives (NMC) have a practice
 * assessor and a practice supervisor, who must be two people unless a reason for one person is recorded; all
 * others have one DPP. In a learning hub, spoke supervisors provide some hours and do not sign off.
 */
export const seatsWanted = (ask: AskForSupervision, requestId: string): SeatIn<'vacant'>[] => {
  const own = hoursLeftOf(ask) - ask.spokeHours;
  const spoke = ask.spokeHours > 0 ? [['spoke-supervisor', ask.spokeHours] as const] : [];
  const nursing = ask.profession === 'nurse' || ask.profession === 'midwife';
  const signOff = (): readonly (readonly [SeatRole, number])[] => {
    if (!nursing) return [['dpp', own]];
    if (ask.onePersonReason !== undefined) return [['practice-assessor', own]];
    // The assessor provides the hours that the university requires with the person who signs off. If the
    // university requires none, the assessor provides a third of the hours.
    const assessor = Math.min(own - 1, ask.namedDppHours > 0 ? ask.namedDppHours : Math.ceil(own / 3));
    return [
      ['practice-assessor', assessor],
      ['practice-supervisor', own - assessor],
    ];
  };
  return [...signOff(), ...spoke].map(([role, hours], index) => seat(requestId, index + 1, role, hours));
};
