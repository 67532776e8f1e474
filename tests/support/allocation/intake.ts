import type { Instance } from '../../../shared/allocation/instance.ts';
import { chanceFrom, type Chance } from './seeded.ts';

interface Town {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly practitioners: string[];
  near: readonly Town[];
}

export interface IntakeShape {
  readonly learners: number;
  readonly eligible?: number;
  /** Number of places for each learner, on average. */
  readonly supply?: number;
  readonly worstBandOver?: number;
}

/**
 * Length of the sides of a square, in minutes of travel. A square contains ten towns on average and counts as one
 * place. A larger intake has more squares.
 */
const SQUARE = 60;

const distance = (a: Town, b: Town): number => Math.hypot(a.x - b.x, a.y - b.y);

const layTowns = (chance: Chance, count: number): Town[] => {
  const side = SQUARE * Math.sqrt(count / 10);
  const towns = Array.from({ length: count }, (): Town => {
    const at = { x: chance.next() * side, y: chance.next() * side };
    return { ...at, demand: 0.6 + chance.next(), practitioners: [], near: [] };
  });
  for (const town of towns) {
    town.near = [...towns].sort((a, b) => distance(town, a) - distance(town, b)).slice(1, 4);
  }
  return towns;
};

const placeOf = (town: Town): string => `place-${Math.floor(town.x / SQUARE)}-${Math.floor(town.y / SQUARE)}`;

/**
 * Quotas, each given as a share of the number of learners for whom the practitioners have room. Many organisations take
 * fewer learners than their practitioners have room for; a geographical place seldom does.
 */
const ORGANISATION_SHARES = [0.85, 0.95, 1, 1.5, 1.5];
const PLACE_SHARES = [0.9, 1.5, 1.5, 1.5];

const quotaOf = (chance: Chance, shares: readonly number[], seats: number): number =>
  Math.ceil(seats * chance.pick(shares));

/**
 * Chooses the practitioners who are eligible for a learner, most of them in the learner's own town and the others in
 * towns nearby, and the cost of each pair.
 */
const eligiblePairs = (chance: Chance, home: Town, learner: string, wanted: number): Instance['pairs'] => {
  const costs = new Map<string, number>();
  for (let tries = 0; costs.size < wanted && tries < wanted * 4; tries += 1) {
    const town = chance.next() < 0.7 || home.near.length === 0 ? home : chance.pick(home.near);
    const minutes = 4 + 4 * distance(home, town) + chance.between(0, 15);
    const other = chance.pick([0, 0, 40, 50, 80, 130]);
    if (town.practitioners.length > 0) {
      costs.set(chance.pick(town.practitioners), Math.round(minutes * 10) + other);
    }
  }
  return [...costs].map(([practitioner, cost]) => ({ learner, practitioner, cost }));
};

/**
 * Generates a realistic intake: demand differs from town to town, learners travel to nearby towns, and there are quotas
 * on three levels. The same seed and shape give the same intake.
 */
export const intake = (seed: number, shape: IntakeShape): Instance => {
  const { learners, eligible = 20, supply = 1.08, worstBandOver } = shape;
  const chance = chanceFrom(seed);
  const wantedSeats = Math.round(learners * supply);
  const towns = layTowns(chance, Math.max(1, Math.round(learners / 100)));
  const seats = new Map<string, number>();
  const addSeats = (id: string, count: number): unknown => seats.set(id, (seats.get(id) ?? 0) + count);
  const practitioners: Instance['practitioners'] = [];
  const limits: Instance['limits'] = [];
  const parents = new Map<string, string>();

  for (let total = 0, n = 0; total < wantedSeats; n += 1) {
    const town = chance.pick(towns);
    const capacity = chance.pick([1, 1, 2, 2, 3]);
    const id = `d${n}`;
    const group = `organisation-${towns.indexOf(town)}-${chance.between(0, 1)}`;
    practitioners.push({ id, group, capacity, loadPenalty: [0, 30, 90] });
    town.practitioners.push(id);
    parents.set(group, placeOf(town));
    addSeats(group, capacity);
    addSeats(placeOf(town), capacity);
    total += capacity;
  }
  for (const group of parents.keys()) {
    const own = practitioners.filter((practitioner) => practitioner.group === group).slice(0, 6);
    if (own.length >= 4 && chance.next() < 0.3) {
      const quota = Math.ceil(own.reduce((sum, { capacity }) => sum + capacity, 0) * 0.7);
      limits.push({ id: `spoke-${group}`, quota, practitioners: own.map(({ id }) => id) });
    }
  }
  const groups: Instance['groups'] = [{ id: 'system', quota: 1_000_000 }];
  for (const place of new Set(parents.values())) {
    groups.push({ id: place, parent: 'system', quota: quotaOf(chance, PLACE_SHARES, seats.get(place) ?? 0) });
  }
  for (const [id, parent] of parents)
    groups.push({ id, parent, quota: quotaOf(chance, ORGANISATION_SHARES, seats.get(id) ?? 0) });

  const homes = towns.flatMap((town) => Array.from({ length: Math.round(town.demand * 20) }, () => town));
  const asking: Instance['learners'] = [];
  const pairs: Instance['pairs'] = [];
  for (let n = 0; n < learners; n += 1) {
    const id = `l${n}`;
    asking.push({ id, priority: chance.between(1, 40) });
    for (const pair of eligiblePairs(chance, chance.pick(homes), id, eligible)) pairs.push(pair);
  }
  const base = { seed: `intake-${seed}`, learners: asking, practitioners, groups, pairs, limits, pinned: [] };
  return worstBandOver === undefined ? base : { ...base, worstBandOver };
};
