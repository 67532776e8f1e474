import type { Contribution } from '../offers/offer.ts';
import type { Policy } from '../matching/policy.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { isTaken, type SupervisionRequest } from '../requests/request.ts';
import { accepted, type Result } from '../kernel/result.ts';
import { waitsSince } from './round-moves.ts';
import type { Tally } from './round.ts';
import { type SeatRole, seatRoles } from '../reference/seat-roles.ts';
import type { Drive } from '../geography/travel.ts';
import { allocateFirstCome } from '../allocation/first-come.ts';
import type { InstanceTrouble } from '../allocation/instance.ts';
import { contextWithoutHistory, type SeatQuery } from '../matching/query/seat-query.ts';
import { team } from '../matching/criteria/team.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { bottlenecksOf } from './bottlenecks.ts';
import { requiredEntry } from './required-entry.ts';
import { learnerOutcomes } from './learner-outcomes.ts';
import { pressureOfStage } from './pressure-prices.ts';
import type { StageContext } from './round-instance.ts';
import type { RoundPolicy } from './round-policy.ts';
import type { RoundPlan, UnplacedSeat } from './round-plan.ts';
import type { Snapshot } from './snapshot.ts';
import { stageSeat } from './stage-pairs.ts';
import { type Board, solveStage, type SolvedStage } from './solve-stage.ts';

/**
 * Roles that sign off. Their seats are matched first; the other supervisors are then chosen to suit those
 * choices.
 */
export const signOffRoles: readonly SeatRole[] = seatRoles
  .filter(({ signsOff }) => signsOff)
  .map(({ id }) => id);
const laterStages: readonly (readonly SeatRole[])[] = [['practice-supervisor'], ['spoke-supervisor']];

const noContributions = (): readonly Contribution[] => [];

/**
 * Adds points to the cost of a team's other seats if the practitioner's place differs from that of the person
 * who signs off.
 */
const nearSignOff = (
  board: Board,
  { apartFromSignOff }: RoundPolicy,
): ((query: SeatQuery<Policy>, practitioner: Practitioner) => readonly Contribution[]) => {
  const people = new Map(board.practitioners.map((one) => [one.id, one]));
  return (query, practitioner) => {
    const seat = stageSeat(query.request, signOffRoles);
    const lead = seat !== undefined && isTaken(seat) ? people.get(seat.practitionerId) : undefined;
    if (lead === undefined) return [];
    const theirs = query.nearest(lead).site.place;
    const own = query.nearest(practitioner).site.place;
    const points = own === theirs ? 0 : apartFromSignOff.value;
    return [team.contribution(points, { signsOff: theirs, practitioner: own })];
  };
};

const hasSignOff = (request: SupervisionRequest): boolean => {
  const seat = stageSeat(request, signOffRoles);
  return seat === undefined || seat.state !== 'vacant';
};

const waitingForSignOff = (requests: readonly SupervisionRequest[]): UnplacedSeat[] =>
  requests
    .filter((request) => !hasSignOff(request))
    .flatMap(({ id, seats }) =>
      seats
        .filter(({ role, state }) => state === 'vacant' && !signOffRoles.includes(role))
        .map((seat) => ({
          requestId: id,
          seatId: seat.id,
          role: seat.role,
          reason: 'sign-off-first' as const,
          of: 0,
          competitors: [],
          bottlenecks: [],
          nearMisses: [],
        })),
    );

const totalOf = (
  drives: readonly { readonly minutes?: number | undefined; readonly miles: number }[],
): Drive => ({
  minutes: drives.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
  miles: drives.reduce((sum, { miles }) => sum + miles, 0),
});

/**
 * Result of first come, first served for the same instance: the earliest request takes the best free place. Ties in
 * time are broken by id.
 */
const firstComeOf = ({ instance, pairs, hosts, shift }: SolvedStage, board: Board) => {
  const arrival = board.requests
    .toSorted((a, b) => waitsSince(a).localeCompare(waitsSince(b)))
    .map(({ id }) => id);
  const solved = allocateFirstCome(instance, arrival);
  if (!solved.ok) throw new Error(`solved and then refused: ${solved.refusal.problem}`);
  const { assignments, placed, totalCost } = solved.value;
  const drives = new Map(
    assignments.map(({ learner, practitioner }): [string, Drive] => [
      learner,
      requiredEntry(requiredEntry(pairs, learner), requiredEntry(hosts, practitioner)),
    ]),
  );
  const tally: Tally = {
    placed,
    points: totalCost - placed * shift,
    ...totalOf([...drives.values()]),
  };
  return { tally, drives };
};

const signOffTally = ({ allocation: { objective }, assignments, shift }: SolvedStage): Tally => ({
  placed: objective.placed,
  points: objective.totalCost - objective.placed * shift,
  ...totalOf(assignments),
});

/** Inputs of a stage, apart from its requests and practitioners. */
export const stageContext = (
  system: ServiceSystem,
  snapshot: Snapshot,
  seed: string,
  roles: readonly SeatRole[],
  extra: StageContext['extra'] = noContributions,
): StageContext => ({
  judge: { ...contextWithoutHistory(system), balances: snapshot.balances },
  seed,
  carriedOver: new Set(snapshot.carriedOver),
  kept: snapshot.kept,
  roles,
  extra,
});

/**
 * Matches a whole intake in stages: sign-off seats, then practice supervisors, then spokes. Each stage is
 * solved optimally, with the results of the earlier stages fixed. Pure: the same system, snapshot,
 * policy and seed give the same plan.
 * @returns the plan; if the policy's quotas contradict each other, a refusal that names the field
 */
export const computeRoundPlan = (
  system: ServiceSystem,
  snapshot: Snapshot,
  policy: RoundPolicy,
  seed: string,
): Result<RoundPlan, InstanceTrouble> => {
  const board: Board = snapshot;
  const signOff = solveStage(board, policy, snapshot.day, stageContext(system, snapshot, seed, signOffRoles));
  if (!signOff.ok) return signOff;
  const first = signOff.value;
  const stages: (SolvedStage & { readonly roles: readonly SeatRole[] })[] = [
    { ...first, roles: signOffRoles },
  ];
  let now = first.after;
  for (const roles of laterStages) {
    const teams = now.requests.filter(hasSignOff);
    const solved = solveStage(
      { requests: teams, practitioners: now.practitioners },
      policy,
      snapshot.day,
      stageContext(system, snapshot, seed, roles, nearSignOff(now, policy)),
    );
    if (!solved.ok) return solved;
    stages.push({ ...solved.value, roles });
    const changed = new Map(solved.value.after.requests.map((request) => [request.id, request]));
    now = {
      requests: now.requests.map((request) => changed.get(request.id) ?? request),
      practitioners: solved.value.after.practitioners,
    };
  }

  const assignments = stages.flatMap((stage) => stage.assignments);
  const unplaced = [...stages.flatMap((stage) => stage.unplaced), ...waitingForSignOff(first.after.requests)];
  const firstCome = firstComeOf(first, board);
  const outcomes = learnerOutcomes(snapshot, assignments, firstCome.drives);
  const others = stages.slice(1);
  return accepted({
    summary: {
      learners: outcomes.length,
      pinned: first.assignments.filter(({ kept }) => kept).length,
      signOff: signOffTally(first),
      firstCome: firstCome.tally,
      otherSeats: {
        wanted: snapshot.requests
          .flatMap(({ seats }) => seats)
          .filter(({ role }) => !signOffRoles.includes(role)).length,
        placed: others.reduce((sum, stage) => sum + stage.assignments.length, 0),
      },
      completeTeams: outcomes.filter(({ seats, seatsPlaced }) => seats === seatsPlaced).length,
    },
    stages: stages.map(({ roles, allocation, shift }) => ({
      roles: [...roles],
      objective: allocation.objective,
      certificate: allocation.certificate,
      shift,
    })),
    assignments,
    unplaced,
    outcomes,
    bottlenecks: bottlenecksOf(first.unplaced),
    pressure: pressureOfStage(first, first.allocation, policy),
  });
};
