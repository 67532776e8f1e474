import { buildNetwork } from '../../../shared/allocation/network.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { chanceFrom, type Chance } from './seeded.ts';

export interface SmallShape {
  readonly learners: number;
  readonly practitioners?: number;
  /** Highest cost of a pair; costs start at 0. A low value makes many ties. */
  readonly dearest?: number;
}

const randomGroups = (chance: Chance): Instance['groups'] => {
  const groups: Instance['groups'] = [];
  const count = chance.between(0, 6);
  for (let n = 0; n < count; n += 1) {
    const parent = groups.length > 0 && chance.next() < 0.7 ? chance.pick(groups).id : undefined;
    const quota = chance.between(0, 6) + (chance.next() < 0.3 ? 10 : 0);
    groups.push({ id: `g${n}`, quota, ...(parent === undefined ? {} : { parent }) });
  }
  return chance.shuffled(groups);
};

/**
 * Invents a limit on all practitioners of a group or on some of them. The limit always nests with the groups,
 * but not always with other limits.
 */
const randomLimit = (
  chance: Chance,
  id: string,
  practitioners: Instance['practitioners'],
): Instance['limits'][number] => {
  const group = chance.pick(practitioners).group;
  const siblings = practitioners.filter((one) => one.group === group);
  const some = siblings.filter(() => chance.next() < 0.7);
  return { id, quota: chance.between(0, 4), practitioners: some.map((one) => one.id) };
};

/** Keeps each optional part with which the engine still accepts the instance, and drops the others. */
const keepAccepted = <Part>(parts: readonly Part[], build: (kept: Part[]) => Instance): Part[] => {
  let kept: Part[] = [];
  for (const part of parts) if (buildNetwork(build([...kept, part])).ok) kept = [...kept, part];
  return kept;
};

/**
 * Generates a small instance with many special cases: nested quotas, some of them zero, limits, pinned pairs, ties in
 * priority and cost, practitioners without places, and learners without pairs.
 */
export const smallInstance = (seed: number, shape: SmallShape): Instance => {
  const chance = chanceFrom(seed);
  const dearest = shape.dearest ?? chance.pick([3, 20, 200]);
  const count = shape.practitioners ?? chance.between(1, shape.learners);
  const groups = randomGroups(chance);
  const practitioners = Array.from({ length: count }, (_, n): Instance['practitioners'][number] => {
    const group = groups.length > 0 && chance.next() < 0.8 ? { group: chance.pick(groups).id } : {};
    const first = chance.between(0, 3);
    const penalty = [first, first + chance.between(0, 9), first + 9 + chance.between(0, 30)].slice(
      0,
      chance.between(0, 3),
    );
    const loadPenalty = chance.next() < 0.3 ? {} : { loadPenalty: penalty };
    return { id: `d${n}`, ...group, capacity: chance.pick([0, 1, 1, 1, 2, 2, 3, 9]), ...loadPenalty };
  });
  const learners = Array.from({ length: shape.learners }, (_, n) => ({
    id: `l${n}`,
    priority: chance.between(-1, 2),
  }));
  const density = chance.pick([0.1, 0.3, 0.6]);
  const pairs = learners.flatMap((learner) =>
    practitioners
      .filter(() => chance.next() < density)
      .map((practitioner) => ({
        learner: learner.id,
        practitioner: practitioner.id,
        cost: chance.between(0, dearest),
      })),
  );
  const base: Instance = {
    seed: `small-${seed}`,
    learners: chance.shuffled(learners),
    practitioners: chance.shuffled(practitioners),
    groups,
    pairs: chance.shuffled(pairs),
    limits: [],
    pinned: [],
    ...(chance.next() < 0.5 ? { worstBandOver: chance.between(0, dearest) } : {}),
  };
  const wantedLimits = Array.from({ length: chance.between(0, 3) }, (_, n) =>
    randomLimit(chance, `m${n}`, practitioners),
  );
  const limits = keepAccepted(wantedLimits, (kept) => ({ ...base, limits: kept }));
  const wantedPinned =
    pairs.length === 0 ? [] : Array.from({ length: chance.between(0, 2) }, () => chance.pick(pairs));
  const pinned = keepAccepted(
    wantedPinned.map(({ learner, practitioner }) => ({ learner, practitioner })),
    (kept) => ({ ...base, limits, pinned: kept }),
  );
  return { ...base, limits, pinned };
};

/** Returns the same instance with every list in another order. */
export const permuted = (instance: Instance, seed: number): Instance => {
  const { shuffled } = chanceFrom(seed);
  return {
    ...instance,
    learners: shuffled(instance.learners),
    practitioners: shuffled(instance.practitioners),
    groups: shuffled(instance.groups),
    pairs: shuffled(instance.pairs),
    limits: shuffled(instance.limits).map((limit) => ({
      ...limit,
      practitioners: shuffled(limit.practitioners),
    })),
    pinned: shuffled(instance.pinned),
  };
};
