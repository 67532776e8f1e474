import { beforeAll, describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Allocation } from '../../../shared/allocation/allocation.ts';
import { explainPair } from '../../../shared/allocation/explain-pair.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { campaign } from '../../support/allocation/campaign.ts';
import { intake } from '../../support/allocation/intake.ts';
import { limiters } from '../../support/allocation/limiters.ts';
import { mostPlaced } from '../../support/allocation/max-flow.ts';

const instance: Instance = intake(11, { learners: 60, supply: 0.95, eligible: 8 });
let optimum: Allocation;

beforeAll(() => {
  const result = allocate(instance);
  if (result.ok) optimum = result.value;
});

describe('an intake of 60 with too few places', { timeout: 60_000 }, () => {
  test('every unplaced learner competes with a set that has one place fewer than members, and no member to spare', () => {
    expect(optimum.unplaced.length).toBeGreaterThan(3);
    for (const { learner, competitors } of optimum.unplaced.slice(0, campaign(optimum.unplaced.length))) {
      expect(mostPlaced(instance, [...competitors, learner])).toBe(competitors.length);
      for (const spared of competitors) {
        const others = competitors.filter((id) => id !== spared);
        expect(mostPlaced(instance, [...others, learner])).toBe(competitors.length);
      }
    }
    expect(verify(instance, optimum)).toEqual([]);
  });

  test('the bottlenecks hold exactly as many learners as compete', () => {
    const most = new Map([
      ...instance.practitioners.map(({ id, capacity }) => [id, capacity] as const),
      ...[...instance.groups, ...instance.limits].map(({ id, quota }) => [id, quota] as const),
    ]);
    for (const { competitors, bottlenecks } of optimum.unplaced) {
      expect(bottlenecks.reduce((sum, id) => sum + most.get(id)!, 0)).toBe(competitors.length);
    }
    expect(limiters(instance).length).toBe(most.size);
  });

  test('swapping the places of two learners never lowers the total', () => {
    const cost = new Map(instance.pairs.map((pair) => [`${pair.learner} ${pair.practitioner}`, pair.cost]));
    for (const a of optimum.assignments) {
      for (const b of optimum.assignments) {
        const crossed = [
          cost.get(`${a.learner} ${b.practitioner}`),
          cost.get(`${b.learner} ${a.practitioner}`),
        ];
        if (crossed[0] === undefined || crossed[1] === undefined) continue;
        expect(crossed[0] + crossed[1]).toBeGreaterThanOrEqual(a.cost + b.cost);
      }
    }
  });
});

describe('why not', () => {
  const two: Instance = {
    seed: 'two',
    learners: [
      { id: 'ann', priority: 1 },
      { id: 'bob', priority: 2 },
    ],
    practitioners: [
      { id: 'near', capacity: 1 },
      { id: 'far', capacity: 1 },
    ],
    groups: [],
    pairs: [
      { learner: 'ann', practitioner: 'near', cost: 10 },
      { learner: 'ann', practitioner: 'far', cost: 50 },
      { learner: 'bob', practitioner: 'near', cost: 10 },
    ],
    limits: [],
    pinned: [],
  };
  const answer = (given: Instance, learner: string, practitioner: string): string => {
    const result = explainPair(given, learner, practitioner);
    return result.ok ? result.value.answer : result.refusal.problem;
  };

  test.each([
    ['ann', 'far', 'this is the pair in the allocation'],
    ['ann', 'near', 'eligible, but it would leave 1 learner without a place'],
    ['bob', 'far', 'not eligible for one another'],
    ['bob', 'nobody', 'there is no practitioner "nobody"'],
    ['eve', 'near', 'there is no learner "eve"'],
  ])('%s and %s: %s', (learner, practitioner, words) =>
    expect(answer(two, learner, practitioner)).toBe(words),
  );

  test('a pair that only costs more says how much', () => {
    const roomy = { ...two, practitioners: two.practitioners.map((one) => ({ ...one, capacity: 2 })) };
    expect(answer(roomy, 'ann', 'far')).toBe('eligible, but it would cost 40 points more');
  });

  test('a pair that pinned ones leave no room for says so', () => {
    const pinned = [{ learner: 'bob', practitioner: 'near' }];
    expect(answer({ ...two, pinned }, 'ann', 'near')).toBe('eligible, but pinned pairs leave no room');
  });
});
