import type { Practitioner } from '../../../shared/people/practitioner.ts';
import {
  isSeatIn,
  type Seat,
  type SeatIn,
  type SupervisionRequest,
} from '../../../shared/requests/request.ts';
import { soughtUntil } from '../../../shared/offers/offer-clock.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { seatRoles } from '../../../shared/reference/seat-roles.ts';

const signsOff = (seat: Seat): boolean =>
  seatRoles.some(({ id, signsOff: signs }) => id === seat.role && signs);

/** The vacant seats of a request, those that sign off first. */
export const vacantSeats = ({ seats }: SupervisionRequest): readonly SeatIn<'vacant'>[] =>
  seats.filter(isSeatIn('vacant')).toSorted((a, b) => Number(signsOff(b)) - Number(signsOff(a)));

/**
 * Requests with vacant seats on a day: those whose DPP left come first, then the nearest sign-off date, then the
 * earliest request.
 */
export const byUrgency = (
  requests: readonly SupervisionRequest[],
  today: Day,
): readonly SupervisionRequest[] =>
  requests
    .filter(
      (request) =>
        request.state === 'open' && soughtUntil(request) >= today && vacantSeats(request).length > 0,
    )
    .toSorted(
      (a, b) =>
        Number(b.reopenedAt !== undefined) - Number(a.reopenedAt !== undefined) ||
        a.signOffNeededBy.localeCompare(b.signOffNeededBy) ||
        a.createdAt.localeCompare(b.createdAt) ||
        a.id.localeCompare(b.id),
    );

/** The practitioners who left this seat; their back-ups are asked first. */
export const whoLeft = ({ tried }: Seat): readonly string[] =>
  tried.filter(({ outcome }) => outcome === 'left').map(({ practitionerId }) => practitionerId);

/**
 * Whether a practitioner was named as back-up by one who left the seat: by the address in that practitioner's row or,
 * after their erasure, by the id stored on the seat.
 */
export const isBackUpOf = (
  { tried }: Seat,
  left: readonly Practitioner[],
  practitioner: Practitioner,
): boolean =>
  tried.some(({ backUpId }) => backUpId === practitioner.id) ||
  left.some(
    ({ backUpEmail }) => backUpEmail?.trim().toLowerCase() === practitioner.email.trim().toLowerCase(),
  );
