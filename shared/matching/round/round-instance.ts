import { periodOf, type Seat, type SupervisionRequest } from '../../domain/request.ts';
import type { Contribution } from '../../domain/offer.ts';
import type { Practitioner } from '../../domain/practitioner.ts';
import type { Day } from '../../domain/time.ts';
import type { SeatRole } from '../../reference/seat-roles.ts';
import type { Instance } from '../allocation/instance.ts';
import { type Ask, askOf, type JudgeContext } from '../ask.ts';
import { contributionsOf } from '../contributions.ts';
import { sumOf } from '../judge.ts';
import { unmetRequirements } from '../requirements.ts';
import { hostingOf, type Hosting, type Want } from './leaves.ts';
import { priorityOf } from './priority.ts';
import type { RoundPolicy } from './round-policy.ts';
import type { Kept } from './snapshot.ts';

/** What a stage of a round is asked beside the facts. */
export interface StageContext {
  readonly judge: JudgeContext;
  readonly seed: string;
  readonly carriedOver: ReadonlySet<string>;
  readonly kept: readonly Kept[];
  /** The seats that are matched now. */
  readonly roles: readonly SeatRole[];
  /** What counts beside the pair's own facts: how the rest of the team is placed. */
  readonly extra: (ask: Ask, practitioner: Practitioner) => readonly Contribution[];
}

/** A pair that may be: points without load and shift, miles in a straight line, and the node that it would use. */
export interface StagePair {
  readonly points: number;
  readonly miles: number;
  readonly leaf: string;
}

export interface StageInstance {
  readonly instance: Instance;
  /** The seat that each request of this stage wants. */
  readonly seats: ReadonlyMap<string, Seat>;
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, StagePair>>;
  /** Node of the allocation → practitioner. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Node → learners at a time that its practitioner has before the round. */
  readonly loads: ReadonlyMap<string, number>;
  /** Added to every pair of the instance: points may be below nothing, an instance's costs may not. */
  readonly shift: number;
}

/** Load is charged by the allocation itself; a place with the most of give and take is worth the least. */
const WITHOUT = new Set(['load', 'pressure']);
export const withoutLoad = (contributions: readonly Contribution[]): readonly Contribution[] =>
  contributions.filter(({ criterion }) => !WITHOUT.has(criterion));

export const milesIn = (contributions: readonly Contribution[]): number => {
  const miles = contributions.find(({ criterion }) => criterion === 'travel')?.facts['miles'];
  return typeof miles === 'number' ? miles : 0;
};

interface Found {
  readonly points: number;
  readonly miles: number;
}

/** The seat of one of these roles that the stage is about: one that somebody holds already, or the first vacant one. */
export const stageSeat = ({ seats }: SupervisionRequest, roles: readonly SeatRole[]): Seat | undefined => {
  const own = seats.filter(({ role }) => roles.includes(role));
  return own.find(({ state }) => state !== 'vacant') ?? own[0];
};

const eligible = (ask: Ask, practitioners: readonly Practitioner[], { extra }: StageContext) => {
  const found = new Map<string, Found>();
  for (const practitioner of practitioners) {
    if (unmetRequirements(ask, practitioner, 1).length > 0) continue;
    const contributions = [...contributionsOf(ask, practitioner), ...extra(ask, practitioner)];
    found.set(practitioner.id, { points: sumOf(withoutLoad(contributions)), miles: milesIn(contributions) });
  }
  return found;
};

/** Everybody who is being asked holds their place, whether the offer was made by a round or not. */
const allHeld = (practitioner: Practitioner): Practitioner => ({
  ...practitioner,
  pendingOffers: practitioner.pendingOffers.map((pending) => ({ ...pending, holdsPlace: true })),
});

const shiftOf = ({ pairs }: RoundPolicy): number => pairs.reciprocity.value * pairs.reciprocityCap.value;

/** Groups from the practitioner with several stretches up to the system; organisations are limits across them. */
const quotasOf = (
  hosting: ReadonlyMap<string, Hosting>,
  people: ReadonlyMap<string, Practitioner>,
  { quotas }: RoundPolicy,
): Pick<Instance, 'groups' | 'limits'> => {
  const NO_LIMIT = 1_000_000;
  const places = new Set([...people.values()].flatMap(({ sites: [site] }) => site?.place ?? []));
  const groups: Instance['groups'] = [
    { id: 'system', quota: quotas.system?.value ?? NO_LIMIT },
    ...[...places].map((place) => ({
      id: `place:${place}`,
      parent: 'system',
      quota: quotas.places[place]?.value ?? NO_LIMIT,
    })),
  ];
  for (const [id, { leaves, most }] of hosting)
    if (leaves.length > 1)
      groups.push({ id: `dpp:${id}`, parent: `place:${people.get(id)?.sites[0]?.place ?? ''}`, quota: most });
  const limits = Object.entries(quotas.organisations).map(([organisation, { value }]) => ({
    id: `organisation:${organisation}`,
    quota: value,
    practitioners: [...hosting].flatMap(([id, { leaves }]) =>
      people.get(id)?.organisation.id === organisation ? leaves.map((leaf) => leaf.id) : [],
    ),
  }));
  return { groups, limits: limits.filter(({ practitioners }) => practitioners.length > 0) };
};

/** Marginal loads from the learners that a practitioner has already. */
const penaltiesFrom = ({ pairs: { load } }: RoundPolicy, before: number): number[] =>
  load.values.slice(Math.min(before, load.values.length - 1));

/**
 * Requests and practitioners → the instance that the allocation solves for the seats of these roles: one learner a
 * seat, pairs and points by the judge of both modes, places as `hostingOf` sees them, quotas, the published order, and
 * everybody kept who is asked or agreed already.
 * @param today the day in London on which it is judged
 */
export const roundInstance = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  policy: RoundPolicy,
  today: Day,
  context: StageContext,
): StageInstance => {
  const held = practitioners.map(allHeld);
  const people = new Map(practitioners.map((one) => [one.id, one]));
  const keptSeats = new Map(context.kept.map((kept) => [kept.seatId, kept]));
  const shift = shiftOf(policy);
  const seats = new Map<string, Seat>();
  const found = new Map<string, ReadonlyMap<string, Found>>();
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
    const about = { requestId: request.id, period: periodOf(request) };
    if (seat.state === 'vacant') {
      const ask = askOf(request, seat, policy.pairs, today, context.judge);
      const own = eligible(ask, held, context);
      seats.set(request.id, seat);
      found.set(request.id, own);
      for (const id of own.keys()) want(id, about);
      continue;
    }
    const kept = keptSeats.get(seat.id);
    if (kept === undefined || !people.has(kept.practitionerId)) continue;
    const points = Math.max(-shift, sumOf(withoutLoad(kept.contributions)));
    seats.set(request.id, seat);
    found.set(request.id, new Map([[kept.practitionerId, { points, miles: milesIn(kept.contributions) }]]));
    want(kept.practitionerId, { ...about, kept: seat.state, offerId: seat.offerId });
    pinned.push({ learner: request.id, practitioner: kept.practitionerId });
  }

  const hosting = new Map(
    practitioners.flatMap((one) => {
      const own = wants.get(one.id);
      return own === undefined ? [] : [[one.id, hostingOf(one, own)] as const];
    }),
  );
  const leafOf = new Map<string, Map<string, string>>();
  const hosts = new Map<string, string>();
  const loads = new Map<string, number>();
  const nodes: Instance['practitioners'] = [];
  for (const [id, { leaves }] of hosting) {
    const place = people.get(id)?.sites[0]?.place ?? '';
    const group = leaves.length > 1 ? `dpp:${id}` : `place:${place}`;
    leafOf.set(id, new Map(leaves.flatMap((leaf) => leaf.wants.map((one) => [one.requestId, leaf.id]))));
    for (const { id: leaf, capacity, loadBefore } of leaves) {
      hosts.set(leaf, id);
      loads.set(leaf, loadBefore);
      nodes.push({ id: leaf, group, capacity, loadPenalty: penaltiesFrom(policy, loadBefore) });
    }
  }
  const leaf = (practitionerId: string, requestId: string): string =>
    leafOf.get(practitionerId)?.get(requestId) ?? practitionerId;
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
      practitioners: nodes,
      ...quotasOf(hosting, people, policy),
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
