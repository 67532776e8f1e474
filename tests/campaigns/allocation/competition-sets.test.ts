import { beforeAll, describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Allocation } from '../../../shared/allocation/allocation.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { cases } from '../../support/campaign.ts';
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
    for (const { learner, competitors } of optimum.unplaced.slice(0, cases(optimum.unplaced.length))) {
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
