import type { SupervisionRequest } from '../requests/request.ts';
import { waitsSince } from './round-moves.ts';
import { employerRefOf } from '../people/employer-ref-of.ts';
import { daysBetween } from '../kernel/time.ts';
import { seatRoles } from '../reference/seat-roles.ts';
import type { Drive } from '../geography/travel.ts';
import type { LearnerOutcome, SeatAssignment } from './round-plan.ts';
import type { Snapshot } from './snapshot.ts';

const signing: ReadonlySet<string> = new Set(
  seatRoles.filter(({ signsOff }) => signsOff).map(({ id }) => id),
);

/**
 * The outcome for each learner of a round: placed or not, waiting time in days, the drive, and the attributes by
 * which fairness is measured.
 * @param firstComeDrives drives by request, for the learners who would have been placed first come, first served
 */
export const learnerOutcomes = (
  { requests, practitioners, day }: Snapshot,
  assignments: readonly SeatAssignment[],
  firstComeDrives: ReadonlyMap<string, Drive>,
): LearnerOutcome[] => {
  const people = new Map(practitioners.map((one) => [one.id, one]));
  const given = Map.groupBy(assignments, ({ requestId }) => requestId);
  const withDpps = new Set(practitioners.map(({ organisation }) => employerRefOf(organisation).id));

  const outcomeOf = (request: SupervisionRequest): LearnerOutcome => {
    const own = given.get(request.id) ?? [];
    const signOff = own.find(({ role }) => signing.has(role));
    const host = people.get(signOff?.practitionerId ?? '');
    const placedSeats = new Set(own.map(({ seatId }) => seatId));
    const firstCome = firstComeDrives.get(request.id);
    const employer = employerRefOf(request.organisation).id;
    return {
      requestId: request.id,
      kept: signOff?.kept ?? false,
      placed: signOff !== undefined,
      waitingDays: Math.max(0, daysBetween(waitsSince(request).slice(0, 10), day)),
      ...(signOff === undefined
        ? {}
        : { points: signOff.points, minutes: signOff.minutes, miles: signOff.miles }),
      place: request.site.place,
      profession: request.profession,
      learnerType: request.learnerType,
      setting: request.setting,
      organisationId: employer,
      ownDpps: withDpps.has(employer),
      ...(host === undefined
        ? {}
        : {
            hostOrganisationId: employerRefOf(host.organisation).id,
            hostPlace:
              host.sites.find(({ place }) => place === request.site.place)?.place ?? host.sites[0]?.place,
          }),
      seats: request.seats.length,
      seatsPlaced: placedSeats.size,
      hours: request.hours,
      hoursPlaced: request.seats
        .filter(({ id }) => placedSeats.has(id))
        .reduce((sum, { hours }) => sum + hours, 0),
      firstCome:
        firstCome === undefined
          ? { placed: false }
          : { placed: true, minutes: firstCome.minutes, miles: firstCome.miles },
    };
  };
  return requests.map(outcomeOf);
};
