/** Supervising roles that a request may need. Roles with `signsOff` need an independent prescriber. */
export const seatRoles = [
  { id: 'dpp', words: 'Designated prescribing practitioner', signsOff: true },
  { id: 'practice-assessor', words: 'Practice assessor', signsOff: true },
  { id: 'practice-supervisor', words: 'Practice supervisor', signsOff: false },
  { id: 'spoke-supervisor', words: 'Spoke supervisor', signsOff: false },
] as const;

export type SeatRole = (typeof seatRoles)[number]['id'];

export const seatRoleIds = seatRoles.map(({ id }) => id);
