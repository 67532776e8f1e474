import type { Contribution } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { periodOf, type SupervisionRequest } from '../requests/request.ts';
import { accepted, type Result } from '../kernel/result.ts';
import type { Day } from '../kernel/time.ts';
import { allocate } from '../allocation/allocate.ts';
import type { Allocation } from '../allocation/allocation.ts';
import type { InstanceTrouble } from '../allocation/instance.ts';
import { seatQueryOf } from '../matching/query/seat-query.ts';
import { contributionsOf } from '../matching/criteria/contributions.ts';
import { load, loadPoints } from '../matching/criteria/load.ts';
import { sumOf } from '../matching/judge.ts';
import { requiredEntry } from './required-entry.ts';
import { roundInstance, type StageContext, type StageInstance } from './round-instance.ts';
import type { RoundPolicy } from './round-policy.ts';
import type { SeatAssignment, UnplacedSeat } from './round-plan.ts';
import { whatWouldHelp } from './smallest-change.ts';

/** Requests and practitioners during planning, with the assignments of earlier stages applied. */
export interface Board {
  readonly requests: readonly SupervisionRequest[];
  readonly practitioners: readonly Practitioner[];
}

export interface SolvedStage extends StageInstance {
  readonly allocation: Allocation;
  readonly assignments: readonly SeatAssignment[];
  readonly unplaced: readonly UnplacedSeat[];
  /** The board with this stage's assignments applied. */
  readonly after: Board;
}

/**
 * Maximum number of practitioners that a plan lists, for each seat, as fitting better than the one chosen.
 */
const MAX_PASSED_OVER = 3;

/** Id that a planned assignment uses for its offer until the offer is made. */
export const plannedOffer = (seatId: string): string => `plan:${seatId}`;

/** Applies assignments to the board. Each becomes a pending offer that holds a place. */
export const withAssignments = (
  { requests, practitioners }: Board,
  assignments: readonly Pick<SeatAssignment, 'requestId' | 'seatId' | 'practitionerId'>[],
): Board => {
  const given = new Map(assignments.map((one) => [one.seatId, one]));
  const periods = new Map(requests.map((request) => [request.id, periodOf(request)]));
  const toHold = Map.groupBy(assignments, ({ practitionerId }) => practitionerId);
  return {
    requests: requests.map((request) => ({
      ...request,
      seats: request.seats.map((seat) => {
        const one = given.get(seat.id);
        return one === undefined
          ? seat
          : {
              id: seat.id,
              role: seat.role,
              hours: seat.hours,
              tried: seat.tried,
              state: 'offered' as const,
              offerId: plannedOffer(seat.id),
              practitionerId: one.practitionerId,
            };
      }),
    })),
    practitioners: practitioners.map((practitioner) => ({
      ...practitioner,
      pendingOffers: [
        ...practitioner.pendingOffers,
        ...(toHold.get(practitioner.id) ?? []).flatMap(({ requestId, seatId }) => {
          const period = periods.get(requestId);
          return period === undefined ? [] : [{ offerId: plannedOffer(seatId), ...period, holdsPlace: true }];
        }),
      ],
    })),
  };
};

const withLoad = (
  contributions: readonly Contribution[],
  { pairs }: RoundPolicy,
  learners: number,
): Contribution[] =>
  contributions.map((one) =>
    one.criterion === load.name ? load.contribution(loadPoints(pairs.load, learners), { learners }) : one,
  );

/**
 * Solves one stage.
 * @returns the instance, the allocation with its proof, the seats assigned and unplaced, and the board after
 * the stage
 */
export const solveStage = (
  board: Board,
  policy: RoundPolicy,
  today: Day,
  context: StageContext,
): Result<SolvedStage, InstanceTrouble> => {
  const stage = roundInstance(board.requests, board.practitioners, policy, today, context);
  const solved = allocate(stage.instance);
  if (!solved.ok) return solved;
  const { seats, pairs, hosts, loads } = stage;
  const requests = new Map(board.requests.map((request) => [request.id, request]));
  const people = new Map(board.practitioners.map((one) => [one.id, one]));
  const keptBySeat = new Map(context.kept.map((kept) => [kept.seatId, kept]));
  const at = new Map<string, number>();
  /** Adds a learner to a node, and returns the number of concurrent learners before that one. */
  const concurrentLearnersAt = (leaf: string): number => {
    const before = requiredEntry(loads, leaf);
    const turn = at.get(leaf) ?? 0;
    at.set(leaf, turn + 1);
    return before + turn;
  };

  // Assignments in the order of the learners' ids, as in the allocation.
  const assignments = solved.value.assignments.map(({ learner, practitioner: leaf }): SeatAssignment => {
    const seat = requiredEntry(seats, learner);
    const practitioner = requiredEntry(people, requiredEntry(hosts, leaf));
    const own = requiredEntry(pairs, learner);
    const pair = requiredEntry(own, practitioner.id);
    const kept = seat.state === 'vacant' ? undefined : keptBySeat.get(seat.id);
    const query = seatQueryOf(requiredEntry(requests, learner), seat, policy.pairs, today, context.judge);
    const learners = concurrentLearnersAt(leaf);
    const contributions =
      kept?.contributions ??
      withLoad(
        [...contributionsOf(query, practitioner), ...context.extra(query, practitioner)],
        policy,
        learners,
      );
    const better = [...own]
      .filter(([, { points }]) => points < pair.points)
      .toSorted(([a, one], [b, other]) => one.points - other.points || (a < b ? -1 : 1));
    return {
      requestId: learner,
      seatId: seat.id,
      role: seat.role,
      practitionerId: practitioner.id,
      kept: kept !== undefined,
      points: sumOf(contributions),
      minutes: pair.minutes,
      miles: pair.miles,
      contributions: [...contributions],
      rank: kept === undefined ? better.length + 1 : 0,
      of: kept === undefined ? own.size : 0,
      passedOver: better
        .slice(0, MAX_PASSED_OVER)
        .map(([practitionerId, { points }]) => ({ practitionerId, points: pair.points - points })),
    };
  });

  const unplaced = solved.value.unplaced.map(
    ({ learner, reason, competitors, bottlenecks }): UnplacedSeat => {
      const seat = requiredEntry(seats, learner);
      const query = seatQueryOf(requiredEntry(requests, learner), seat, policy.pairs, today, context.judge);
      const { nearMisses, smallestChange } = whatWouldHelp(query, board.practitioners);
      return {
        requestId: learner,
        seatId: seat.id,
        role: seat.role,
        reason,
        of: requiredEntry(pairs, learner).size,
        competitors: [...competitors],
        bottlenecks: [...new Set(bottlenecks.map((node) => hosts.get(node) ?? node.replace(/^dpp:/u, '')))],
        nearMisses: [...nearMisses],
        ...(smallestChange === undefined || reason === 'outcompeted' ? {} : { smallestChange }),
      };
    },
  );
  const fresh = assignments.filter(({ kept }) => !kept);
  return accepted({
    ...stage,
    allocation: solved.value,
    assignments,
    unplaced,
    after: withAssignments(board, fresh),
  });
};
