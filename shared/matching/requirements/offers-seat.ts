import { requirement } from './requirement.ts';

export const offersSeat = requirement({
  name: 'offers-seat',
  label: 'Offers the role',
  meets: ({ seat }, { seatRoles }) => seatRoles.includes(seat.role),
  compared: ({ seat }, { seatRoles }) => ({ wanted: seat.role, found: seatRoles }),
  kind: ({ seatRoles }) => seatRoles.join(),
});
