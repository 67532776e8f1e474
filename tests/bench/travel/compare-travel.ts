import { nearestDrive } from '../../../shared/geography/nearest-drive.ts';
import type { Travel } from '../../../shared/geography/travel.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { travelLimit } from '../../../shared/requests/travel-limit.ts';
import { computeRoundPlan, signOffRoles } from '../../../shared/rounds/compute-round-plan.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { snapshotOf } from '../../../shared/rounds/snapshot.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { straightLineTravel } from './straight-line-travel.ts';

/** The learners and DPPs of one comparison. */
export interface Intake {
  readonly name: string;
  readonly day: string;
  readonly requests: readonly SupervisionRequest[];
  readonly practitioners: readonly Practitioner[];
}

/** Result of matching an intake by one kind of travel, measured by the drives of the system. */
interface Matched {
  readonly placed: number;
  /** Minutes by road, one way, of all learners who are placed. */
  readonly minutes: number;
  /** Learners whose DPP is further away by road than they would travel, although they do not accept remote supervision. */
  readonly tooFar: number;
}

export interface Comparison {
  readonly name: string;
  readonly learners: number;
  readonly byStraightLine: Matched;
  readonly byRoad: Matched;
  /** Learners who get another DPP by road, or get one by only one of the two. */
  readonly differently: number;
  /** Learners who are placed by both, and the minutes, one way, that they travel less by road. */
  readonly both: number;
  readonly minutesSaved: number;
}

/** Matches the sign-off seats of an intake as a round, and returns the practitioner of each learner who is placed. */
const matched = (system: ServiceSystem, travel: Travel, { day, ...nouns }: Intake): Map<string, string> => {
  const snapshot = snapshotOf({ day, ...nouns, kept: [], balances: {}, carriedOver: [] });
  const planned = computeRoundPlan({ ...system, travel }, snapshot, roundPolicy, 'compare-travel');
  if (!planned.ok) throw new Error(`${planned.refusal.field}: ${planned.refusal.problem}`);
  return new Map(
    planned.value.assignments
      .filter(({ role }) => signOffRoles.includes(role))
      .map(({ requestId, practitionerId }) => [requestId, practitionerId]),
  );
};

/** Compares how an intake is matched by straight lines, as policies before 2026-12 did, and by road. */
export const compareTravel = (system: ServiceSystem, intake: Intake): Comparison => {
  const people = new Map(intake.practitioners.map((one) => [one.id, one]));
  const straight = matched(system, straightLineTravel(system.geography), intake);
  const road = matched(system, system.travel, intake);
  const minutesOf = (
    { id, site }: SupervisionRequest,
    hosts: ReadonlyMap<string, string>,
  ): number | undefined => {
    const sites = people.get(hosts.get(id) ?? '')?.sites ?? [];
    return nearestDrive(
      system.travel,
      site.outcode,
      sites.map(({ outcode }) => outcode),
    )?.minutes;
  };
  const resultOf = (hosts: ReadonlyMap<string, string>): Matched => {
    const drives = intake.requests.flatMap((request) => {
      const minutes = minutesOf(request, hosts);
      return minutes === undefined ? [] : [{ request, minutes }];
    });
    return {
      placed: hosts.size,
      minutes: drives.reduce((sum, { minutes }) => sum + minutes, 0),
      tooFar: drives.filter(
        ({ request, minutes }) => !request.remoteAcceptable && minutes > travelLimit(request, system),
      ).length,
    };
  };
  const both = intake.requests.filter(({ id }) => straight.has(id) && road.has(id));
  return {
    name: intake.name,
    learners: intake.requests.length,
    byStraightLine: resultOf(straight),
    byRoad: resultOf(road),
    differently: intake.requests.filter(({ id }) => straight.get(id) !== road.get(id)).length,
    both: both.length,
    minutesSaved: both.reduce(
      (sum, request) => sum + (minutesOf(request, straight) ?? 0) - (minutesOf(request, road) ?? 0),
      0,
    ),
  };
};
