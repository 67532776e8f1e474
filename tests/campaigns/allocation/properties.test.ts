import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Allocation } from '../../../shared/allocation/allocation.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { cases } from '../../support/campaign.ts';
import { intake } from '../../support/allocation/intake.ts';
import { limiters } from '../../support/allocation/limiters.ts';
import { mostPlaced } from '../../support/allocation/max-flow.ts';
import { publishedOrder } from '../../support/allocation/published-order.ts';
import { permuted, smallInstance } from '../../support/allocation/small-instance.ts';

const allocated = (instance: Instance): Allocation => {
  const result = allocate(instance);
  if (!result.ok) throw new Error(`${result.refusal.field}: ${result.refusal.problem}`);
  return result.value;
};

const placedIn = ({ assignments }: Allocation): string[] => assignments.map(({ learner }) => learner);

const anInstance = fc
  .record({ seed: fc.nat(1_000_000), learners: fc.integer({ min: 1, max: 25 }) })
  .map(({ seed, learners }) => smallInstance(seed, { learners }));

const holds = (says: (instance: Instance) => void, runs = 150): void =>
  fc.assert(
    fc.property(anInstance, (instance) => {
      says(instance);
    }),
    { seed: 20_261_121, numRuns: cases(runs) },
  );

describe('for any intake', { timeout: 60_000 }, () => {
  test('no practitioner, group or limit has more learners than it takes, and only eligible pairs are made', () =>
    holds((instance) => {
      const { assignments } = allocated(instance);
      for (const { most, members } of limiters(instance)) {
        expect(
          assignments.filter(({ practitioner }) => members.has(practitioner)).length,
        ).toBeLessThanOrEqual(most);
      }
      for (const assignment of assignments) expect(instance.pairs).toContainEqual(assignment);
      expect(new Set(assignments.map(({ learner }) => learner)).size).toBe(assignments.length);
    }));

  test('pinned pairs are kept', () =>
    holds((instance) => {
      const { assignments } = allocated(instance);
      for (const pair of instance.pinned) expect(assignments).toContainEqual(expect.objectContaining(pair));
    }));

  test('as many learners are placed as a maximum flow allows', () =>
    holds((instance) => expect(allocated(instance).objective.placed).toBe(mostPlaced(instance))));

  test('priority is kept: a learner later in the order makes room for an earlier one', () =>
    holds((instance) => {
      const first: string[] = instance.pinned.map(({ learner }) => learner);
      for (const id of publishedOrder(instance)) {
        if (!first.includes(id) && mostPlaced(instance, [...first, id]) > first.length) first.push(id);
      }
      expect(placedIn(allocated(instance))).toEqual(first.sort());
    }));

  test('the certificate and the reasons hold', () =>
    holds((instance) => expect(verify(instance, allocated(instance))).toEqual([]), 400));

  test('the certificate and the reasons hold for intakes in which many compete', () => {
    for (let seed = 0; seed < cases(400); seed += 1) {
      const instance = smallInstance(seed, { learners: 25 });
      expect([seed, verify(instance, allocated(instance))]).toEqual([seed, []]);
    }
  });

  test('the order of the rows changes nothing', () =>
    holds((instance) => expect(allocated(permuted(instance, 7))).toEqual(allocated(instance))));

  test('one more place never places fewer', () =>
    holds((instance) => {
      const before = allocated(instance).objective.placed;
      const practitioners = instance.practitioners.map((one, n) =>
        n === 0 ? { ...one, capacity: one.capacity + 1 } : one,
      );
      const groups = instance.groups.map((one, n) => (n === 0 ? { ...one, quota: one.quota + 1 } : one));
      expect(allocated({ ...instance, practitioners }).objective.placed).toBeGreaterThanOrEqual(before);
      expect(allocated({ ...instance, groups }).objective.placed).toBeGreaterThanOrEqual(before);
    }));

  test('coming earlier in the order never costs a learner their place', () =>
    holds((instance) => {
      for (const id of placedIn(allocated(instance)).slice(0, 3)) {
        const learners = instance.learners.map((one) =>
          one.id === id ? { ...one, priority: one.priority - 1 } : one,
        );
        expect(placedIn(allocated({ ...instance, learners }))).toContain(id);
      }
    }));

  test('leaving out a learner who has no place changes nothing for anybody else', () =>
    holds((instance) => {
      const before = allocated(instance);
      for (const { learner } of before.unplaced.slice(0, 2)) {
        const after = allocated({
          ...instance,
          learners: instance.learners.filter(({ id }) => id !== learner),
          pairs: instance.pairs.filter((pair) => pair.learner !== learner),
        });
        expect(after.assignments).toEqual(before.assignments);
        expect(after.objective).toEqual(before.objective);
      }
    }));

  test('costs in another unit give the same places', () =>
    holds((instance) => {
      const { worstBandOver, ...rest } = instance;
      const scaled = {
        ...rest,
        pairs: instance.pairs.map((pair) => ({ ...pair, cost: pair.cost * 7 })),
        practitioners: instance.practitioners.map(({ loadPenalty, ...one }) =>
          loadPenalty === undefined
            ? one
            : { ...one, loadPenalty: loadPenalty.map((penalty) => penalty * 7) },
        ),
        ...(worstBandOver === undefined ? {} : { worstBandOver: worstBandOver * 7 }),
      };
      const places = ({ assignments }: Allocation) =>
        assignments.map(({ learner, practitioner }) => [learner, practitioner]);
      expect(places(allocated(scaled))).toEqual(places(allocated(instance)));
    }));
});

test('a large intake with all rows in other orders gives the same bytes', () => {
  const instance = intake(3, { learners: cases(1000, 200), worstBandOver: 250 });
  const bytes = JSON.stringify(allocated(instance));
  for (let seed = 0; seed < cases(20, 4); seed += 1) {
    expect(JSON.stringify(allocated(permuted(instance, seed))) === bytes).toBe(true);
  }
}, 60_000);
