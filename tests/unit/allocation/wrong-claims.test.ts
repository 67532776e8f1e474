import { describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Allocation } from '../../../shared/allocation/allocation.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { county } from '../../support/allocation/county.ts';

const solved = (instance: Instance): Allocation => {
  const result = allocate(instance);
  if (!result.ok) throw new Error(result.refusal.problem);
  return result.value;
};

/** Returns the problems that the verifier reports for the county's correct allocation after a change. */
const after = (change: (allocation: Allocation) => unknown, instance: Instance = county): string[] => {
  const claimed = structuredClone(solved(county));
  change(claimed);
  return verify(instance, claimed).map(({ field, problem }) => `${field}: ${problem}`);
};
const unchanged = (instance: Partial<Instance>): string[] =>
  after(() => undefined, { ...county, ...instance });
const at = <Item>(items: readonly Item[], index: number): Item => items[index]!;
const eve = { learner: 'eve', reason: 'no-eligible-practitioner', competitors: [], bottlenecks: [] } as const;

test('the right allocation of the county is proved', () => {
  expect(after(() => undefined)).toEqual([]);
  expect(solved(county).unplaced).toEqual([
    eve,
    { learner: 'fay', reason: 'outcompeted', competitors: ['ann', 'cat', 'dan'], bottlenecks: ['town'] },
  ]);
});

describe('a claim that does not fit the instance is refused', () => {
  test('a pair that is not among the pairs', () => {
    expect(after(({ assignments }) => (at(assignments, 0).practitioner = 'away'))).toContain(
      'assignments[0]: is not among the eligible pairs',
    );
    expect(
      after(({ assignments }) => assignments.push({ learner: 'zoe', practitioner: 'near', cost: 10 })),
    ).toEqual(['assignments[4]: is not among the eligible pairs']);
  });

  test('a cost that is not the pair’s', () => {
    expect(after(({ assignments }) => (at(assignments, 2).cost = 9))).toEqual([
      'assignments[2].cost: should be 8',
    ]);
  });

  test('a learner with two places', () => {
    const twice = { learner: 'ann', practitioner: 'far', cost: 60 };
    expect(after(({ assignments }) => assignments.push(twice))).toEqual([
      'assignments[4]: learner "ann" is named twice',
    ]);
  });

  test('an unplaced learner who is unknown, placed, or named twice', () => {
    const problem = 'unplaced[2].learner: is unknown or named twice';
    for (const learner of ['zoe', 'eve'])
      expect(after(({ unplaced }) => unplaced.push({ ...eve, learner }))).toEqual([problem]);
    expect(after(({ unplaced }) => unplaced.push({ ...eve, learner: 'ann' }))).toContain(problem);
  });

  test('a learner who is not named', () => {
    expect(after(({ unplaced }) => unplaced.shift())).toEqual(['assignments: learner "eve" is missing']);
  });

  test('more learners than somebody or a quota takes', () => {
    const [near, ...others] = county.practitioners;
    expect(unchanged({ practitioners: [{ ...near!, capacity: 0 }, ...others] })).toContain(
      'assignments: "near" has 1 learners and takes at most 0',
    );
    const [town, coast, all] = county.groups;
    expect(unchanged({ groups: [town!, coast!, { ...all!, quota: 3 }] })).toContain(
      'assignments: "county" has 4 learners and takes at most 3',
    );
    expect(unchanged({ groups: [{ ...town!, quota: 2 }, coast!, all!] })).toContain(
      'assignments: "town" has 3 learners and takes at most 2',
    );
    const [clinic] = county.limits;
    expect(unchanged({ limits: [{ ...clinic!, quota: 0 }] })).toContain(
      'assignments: "clinic" has 1 learners and takes at most 0',
    );
  });

  test('a pinned pair that is not kept', () => {
    const pinned = [
      { learner: 'ann', practitioner: 'near' },
      { learner: 'cat', practitioner: 'near' },
      { learner: 'fay', practitioner: 'near' },
      { learner: 'zoe', practitioner: 'near' },
    ];
    expect(unchanged({ pinned: pinned.slice(0, 1) })).toEqual([]);
    const told = unchanged({ pinned });
    expect(told).not.toContain('assignments: pinned[0] is not kept');
    for (const index of [1, 2, 3]) expect(told).toContain(`assignments: pinned[${index}] is not kept`);
  });

  test.each(['placed', 'worstBand', 'totalCost', 'tieBreak'] as const)('another %s than adds up', (name) => {
    const right = solved(county).objective[name];
    for (const by of [-1, 1])
      expect(after(({ objective }) => (objective[name] += by))).toEqual([
        `objective.${name}: should be ${right}`,
      ]);
  });
});

test('rows of an instance that name unknown ids are ignored, and circular groups terminate', () => {
  expect(
    unchanged({
      practitioners: [...county.practitioners, { id: 'lost', capacity: 1, group: 'nowhere' }],
      groups: [
        ...county.groups,
        { id: 'hen', quota: 1, parent: 'egg' },
        { id: 'egg', quota: 1, parent: 'hen' },
      ],
      pairs: [
        ...county.pairs,
        { learner: 'zoe', practitioner: 'near', cost: 1 },
        { learner: 'ann', practitioner: 'nobody', cost: 0 },
      ],
    }),
  ).toEqual([]);
  const [near, ...others] = county.practitioners;
  const turning = [{ ...near!, group: 'hen' }, ...others];
  const groups = [...county.groups, { id: 'hen', quota: 1, parent: 'hen' }];
  expect(unchanged({ practitioners: turning, groups })).not.toEqual([]);
});

describe('prices that prove nothing are refused', () => {
  const priced = (id: string, change: (price: Allocation['certificate']['prices'][number]) => unknown) =>
    after(({ certificate }) => change(certificate.prices.find((one) => one.id === id)!));
  const given = (id: string, cost: number, priority = 0, tieBreak = 0) =>
    after(({ certificate }) => certificate.prices.push({ id, cost, priority, tieBreak }));
  const misfit = (id: string): string => `certificate.prices: the price of "${id}" does not fit its load`;
  const better = (id: string): string =>
    `certificate.prices: learner "${id}" could do better at these prices`;

  test('a price for an unknown id, or two prices for one', () => {
    expect(given('nobody', 0)).toEqual(['certificate.prices[2].id: is unknown']);
    expect(after(({ certificate }) => certificate.prices.push(at(certificate.prices, 0)))).toEqual([
      'certificate.prices: an id is given twice',
    ]);
  });

  test('a practitioner’s own price below what their last learner cost, or above what the next would', () => {
    const near = (cost: number) => priced('near', (price) => (price.cost = cost));
    expect(near(10)).not.toContain(misfit('near'));
    expect(near(9)).toContain(misfit('near'));
    expect(near(40)).toEqual([]);
    expect(near(41)).toContain(misfit('near'));
  });

  test('a price where there are places left', () => {
    expect(given('coast', 1)).toContain(misfit('coast'));
    expect(given('clinic', 1)).toContain(misfit('clinic'));
    expect(given('county', 0, 1)).toContain(misfit('county'));
    expect(given('away', 0, 0, 1)).toContain(misfit('away'));
    expect(given('side', 1)).toContain(misfit('side'));
  });

  test('a negative price, except for an unused practitioner', () => {
    expect(given('coast', -1)).toContain(misfit('coast'));
    expect(given('away', -1)).toContain(misfit('away'));
    const empty = { id: 'village', quota: 1 };
    const grown = { ...county, groups: [...county.groups, empty] };
    const claim = (id: string) =>
      verify(grown, {
        ...solved(county),
        certificate: {
          ...solved(county).certificate,
          prices: [...solved(county).certificate.prices, { id, priority: 0, cost: -1, tieBreak: 0 }],
        },
      }).map(({ problem }) => problem);
    expect(claim('village')).toEqual(['the price of "village" does not fit its load']);
    expect(claim('side')).toEqual([]);
  });

  test('a price at which somebody unplaced could pay', () => {
    expect(priced('town', (price) => (price.priority = 0))).toContain(better('fay'));
    expect(priced('town', (price) => (price.priority = 0))).not.toContain(better('eve'));
  });

  test('a price at which somebody placed would rather have nothing, or somebody else', () => {
    const dear = priced('town', (price) => (price.priority = 5));
    expect(dear).toContain(better('cat'));
    expect(dear).toContain(better('dan'));
    expect(dear).not.toContain(better('bob'));
    const cheap = priced('town', (price) => Object.assign(price, { priority: 0, cost: 100 }));
    expect(cheap).toContain(better('bob'));
    expect(cheap).not.toContain(better('ann'));
  });

  test('no price is asked of a pinned learner, who has no choice', () => {
    const pinned = [{ learner: 'cat', practitioner: 'far' }];
    const claimed = structuredClone(solved(county));
    claimed.certificate.prices.find(({ id }) => id === 'town')!.priority = 5;
    const told = verify({ ...county, pinned }, claimed).map(({ problem }) => problem);
    expect(told).not.toContain('learner "cat" could do better at these prices');
    expect(told).toContain('learner "dan" could do better at these prices');
  });

  test('a worst band that weighs no more than all points together', () => {
    const problem = 'certificate.worstBandWeight: is too small to rank the worst band before the cost';
    const weighing = (weight: number) => after(({ certificate }) => (certificate.worstBandWeight = weight));
    // One more than the sum of the most expensive pairs (60, 300, 8, 1 and 2) and the load penalties of two
    // learners at `near` (10 and 40).
    expect(solved(county).certificate.worstBandWeight).toBe(422);
    expect(weighing(421)).toContain(problem);
    expect(weighing(422)).toEqual([]);
    const { worstBandOver: _edge, ...plain } = county;
    expect(verify(plain, solved(plain))).toEqual([]);
  });
});

describe('a reason that does not hold is refused', () => {
  const fay = (changes: { competitors?: string[]; bottlenecks?: string[] }) =>
    after(({ unplaced }) => (unplaced[1] = { ...unplaced[1]!, ...changes }));

  test('another reason than having nobody, or competing', () => {
    expect(after(({ unplaced }) => (at(unplaced, 0).reason = 'outcompeted'))).toEqual([
      'unplaced[0]: the reason should be no-eligible-practitioner',
    ]);
    expect(after(({ unplaced }) => (at(unplaced, 1).reason = 'no-eligible-practitioner'))).toEqual([
      'unplaced[1]: the reason should be outcompeted',
    ]);
  });

  test('a learner for whom a free place could be reached', () => {
    const groups = county.groups.map((one) => (one.id === 'town' ? { ...one, quota: 4 } : one));
    expect(unchanged({ groups })).toContain('unplaced[1]: a free place could be reached');
    // Dan is placed in the town, which is full, but could make room by moving to `away`.
    const pairs = [...county.pairs, { learner: 'dan', practitioner: 'away', cost: 9 }];
    expect(unchanged({ pairs })).toContain('unplaced[1]: a free place could be reached');
    expect(unchanged({ pairs, pinned: [{ learner: 'dan', practitioner: 'far' }] })).not.toContain(
      'unplaced[1]: a free place could be reached',
    );
  });

  test('bottlenecks that do not account for it', () => {
    const problem = ['unplaced[1]: the bottlenecks do not account for it'];
    expect(fay({ bottlenecks: [] })).toEqual(problem);
    expect(fay({ bottlenecks: ['nobody'] })).toEqual(problem);
    expect(fay({ bottlenecks: ['town', 'nobody'] })).toEqual(problem);
    expect(fay({ bottlenecks: ['near'] })).toEqual(problem);
    expect(fay({ bottlenecks: ['county'] })).toEqual(problem);
    expect(fay({ bottlenecks: ['far'] })).toEqual(problem);
    expect(fay({ bottlenecks: ['town', 'town'] })).toEqual([]);
  });

  test('competitors who are not those under the bottlenecks', () => {
    const problem = ['unplaced[1]: the competitors are not those under the bottlenecks'];
    expect(fay({ competitors: ['ann', 'cat'] })).toEqual(problem);
    expect(fay({ competitors: ['ann', 'cat', 'bob'] })).toEqual(problem);
    expect(fay({ competitors: ['ann', 'bob', 'cat', 'dan'] })).toEqual(problem);
    expect(fay({ competitors: ['ann', 'cat', 'cat'] })).toEqual(problem);
  });

  test('a larger set than has to be', () => {
    const groups = county.groups.map((one) => (one.id === 'county' ? { ...one, quota: 4 } : one));
    const right = solved({ ...county, groups });
    const claimed = {
      ...right,
      unplaced: right.unplaced.map((one) =>
        one.learner === 'fay'
          ? { ...one, bottlenecks: ['county'], competitors: ['ann', 'bob', 'cat', 'dan'] }
          : one,
      ),
    };
    expect(right.unplaced[1]?.bottlenecks).toEqual(['town']);
    expect(verify({ ...county, groups }, claimed)).toEqual([
      { field: 'unplaced[1]', problem: 'the competitors are not the smallest set' },
    ]);
  });

  test('but the same set under other names is accepted', () => {
    const named: Instance = {
      ...county,
      groups: [...county.groups, { id: 'centre', quota: 3, parent: 'coast' }],
    };
    const groups = named.groups.map((one) =>
      one.id === 'town'
        ? { ...one, parent: 'ring' }
        : one.id === 'centre'
          ? { ...one, id: 'ring', parent: 'county' }
          : one,
    );
    const right = solved({ ...county, groups });
    const [bottleneck] = right.unplaced[1]!.bottlenecks;
    const other = bottleneck === 'town' ? 'ring' : 'town';
    const claimed = {
      ...right,
      unplaced: [right.unplaced[0]!, { ...right.unplaced[1]!, bottlenecks: [other] }],
    };
    expect(verify({ ...county, groups }, claimed)).toEqual([]);
  });
});
