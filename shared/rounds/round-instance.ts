import { type Seat, type SupervisionRequest } from '../requests/request.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Day } from '../kernel/time.ts';
import type { SeatRole } from '../reference/seat-roles.ts';
import type { Instance } from '../allocation/instance.ts';
import { type SeatQuery, seatQueryOf, type JudgeContext } from '../matching/query/seat-query.ts';
import { indexedPool } from '../matching/index/indexed-pool.ts';
import type { Want } from './hosting-periods.ts';
import { priorityOf } from './priority.ts';
import type { RoundPolicy } from './round-policy.ts';
import type { Kept } from './snapshot.ts';
import { type StageNodes, stageNodes } from './stage-nodes.ts';
import { type Extra, type FoundPair, keptPair, pairsOf, shiftOf, stageSeat } from './stage-pairs.ts';

/** Inputs of a stage other than requests and practitioners. */
export interface StageContext {
  readonly judge: JudgeContext;
  readonly seed: string;
  readonly carriedOver: ReadonlySet<string>;
  readonly kept: readonly Kept[];
  /** Roles of the seats matched in this stage. */
  readonly roles: readonly SeatRole[];
  readonly extra: Extra;
}

/** An eligible pair, and the node that it would use. */
export interface StagePair extends FoundPair {
  readonly leaf: string;
}

export interface StageInstance extends Pick<StageNodes, 'hosts' | 'loads'> {
  readonly instance: Instance;
  /** The seat to fill for each request, by the request's id. */
  readonly seats: ReadonlyMap<string, Seat>;
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, StagePair>>;
  /** Points added to every pair of the instance; see `shiftOf`. */
  readonly shift: number;
}

/** Makes every pending offer hold its place, whether or not a round made it. */
const withAllPlacesHeld = (practitioner: Practitioner): Practitioner => ({
  ...practitioner,
  pendingOffers: practitioner.pendingOffers.map((pending) => ({ ...pending, holdsPlace: true })),
});

/**
 * Cohort (university and start date) of a learner whose university allows a practitioner only one learner per
 * cohort.
 */
const cohortOf = ({ university, request }: SeatQuery): string | undefined =>
  university?.onePerCohort === true ? `${university.id}#${request.courseStart}` : undefined;

/**
 * Builds the allocation instance for the seats of these roles, with one learner per seat. Pairs and points
 * are judged as in individual matching, and places come from `hostingOf`. Quotas and the published order
 * apply. Seats already offered or filled keep their practitioners, as pinned pairs.
 * @param today the day in London on which the pairs are judged
 */
export const roundInstance = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  policy: RoundPolicy,
  today: Day,
  context: StageContext,
): StageInstance => {
  const held = indexedPool(practitioners.map(withAllPlacesHeld));
  const people = new Set(practitioners.map(({ id }) => id));
  const keptSeats = new Map(context.kept.map((kept) => [kept.seatId, kept]));
  const shift = shiftOf(policy);
  const seats = new Map<string, Seat>();
  const found = new Map<string, ReadonlyMap<string, FoundPair>>();
  const wants = new Map<string, Want[]>();
  const pinned: { learner: string; practitioner: string }[] = [];
  const want = (practitionerId: string, one: Want): void => {
    const known = wants.get(practitionerId);
    if (known === undefined) wants.set(practitionerId, [one]);
    else known.push(one);
  };

  for (const request of requests) {
    const seat = stageSeat(request, context.roles);
    if (seat === undefined) continue;
    const query = seatQueryOf(request, seat, policy.pairs, today, context.judge);
    const about = { requestId: request.id, period: query.period, cohort: cohortOf(query) };
    if (seat.state === 'vacant') {
      const own = pairsOf(query, held, context.extra);
      seats.set(request.id, seat);
      found.set(request.id, own);
      for (const id of own.keys()) want(id, about);
      continue;
    }
    const kept = keptSeats.get(seat.id);
    if (kept === undefined || !people.has(kept.practitionerId)) continue;
    seats.set(request.id, seat);
    found.set(request.id, new Map([[kept.practitionerId, keptPair(kept.contributions, shift)]]));
    want(kept.practitionerId, { ...about, kept: seat.state, offerId: seat.offerId });
    pinned.push({ learner: request.id, practitioner: kept.practitionerId });
  }

  const { hosts, loads, leaf, ...nodes } = stageNodes(practitioners, wants, policy);
  const pairs = new Map(
    [...found].map(([requestId, own]) => [
      requestId,
      new Map([...own].map(([id, one]) => [id, { ...one, leaf: leaf(id, requestId) }])),
    ]),
  );
  return {
    seats,
    pairs,
    hosts,
    loads,
    shift,
    instance: {
      seed: context.seed,
      learners: requests
        .filter(({ id }) => seats.has(id))
        .map((request) => ({
          id: request.id,
          priority: priorityOf(request, policy, today, context.carriedOver),
        })),
      ...nodes,
      pairs: [...pairs].flatMap(([learner, own]) =>
        [...own.values()].map((pair) => ({ learner, practitioner: pair.leaf, cost: pair.points + shift })),
      ),
      pinned: pinned.map(({ learner, practitioner }) => ({
        learner,
        practitioner: leaf(practitioner, learner),
      })),
      ...(policy.worstBandOver === undefined ? {} : { worstBandOver: policy.worstBandOver.value + shift }),
    },
  };
};
