import { describe, expect, it } from 'vitest';
import type { Allocation } from '../../../shared/allocation/allocation.ts';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { medianPrices, pressureOfStage } from '../../../shared/rounds/pressure-prices.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';

const nobody: Instance = {
  seed: 's',
  learners: [],
  practitioners: [],
  groups: [],
  limits: [],
  pairs: [],
  pinned: [],
};
const price = (id: string, cost: number, priority = 0) => ({ id, cost, priority, tieBreak: 0 });

const pressure = (
  instance: Partial<Instance>,
  prices: Allocation['certificate']['prices'],
  places: readonly string[] = [],
  hosts: Readonly<Record<string, string>> = {},
) =>
  pressureOfStage(
    {
      instance: { ...nobody, ...instance },
      hosts: new Map(Object.entries(hosts)),
      loads: new Map(),
      seats: new Map(),
      pairs: new Map(),
      shift: 0,
    },
    {
      assignments: places.map((practitioner, n) => ({ learner: `l${n}`, practitioner, cost: 0 })),
      unplaced: [],
      objective: { placed: 0, worstBand: 0, totalCost: 0, tieBreak: 0 },
      certificate: { worstBandWeight: 0, prices },
    },
    roundPolicy,
  );

const one = (id: string, changes: Partial<Instance['practitioners'][number]> = {}) => ({
  id,
  capacity: 1,
  ...changes,
});

describe('how scarce a practitioner was in a round', () => {
  it('is the value of one more place, and practitioners of value 0 are left out', () => {
    const practitioners = [one('d2'), one('d4'), one('d1'), one('d3')];
    const prices = [price('d1', 50), price('d2', 70), price('d4', 60)];
    const told = pressure({ practitioners }, prices, ['d1', 'd2', 'd4']);
    expect(Object.entries(told)).toEqual([
      ['d1', 50],
      ['d2', 70],
      ['d4', 60],
    ]);
    const three = ['d2', 'd3', 'd1'].map((id) => one(id));
    const all = three.map(({ id }) => price(id, 1));
    expect(Object.keys(pressure({ practitioners: three }, all, ['d1', 'd2', 'd3']))).toEqual([
      'd1',
      'd2',
      'd3',
    ]);
  });

  it('is at most the cap, and equals the cap where a learner has no place', () => {
    const practitioners = [one('d1'), one('d2'), one('d3')];
    const prices = [price('d1', 121), price('d2', 5, 1), price('d3', 5, -1)];
    expect(pressure({ practitioners }, prices, ['d1', 'd2', 'd3'])).toEqual({ d1: 120, d2: 120, d3: 5 });
  });

  it('counts what lies above: groups up to the system, and limits that hold the practitioner', () => {
    const told = pressure(
      {
        practitioners: [one('d1', { group: 'g' }), one('d2'), one('d3')],
        groups: [
          { id: 'g', quota: 1, parent: 'h' },
          { id: 'h', quota: 1 },
        ],
        limits: [
          { id: 'm', quota: 1, practitioners: ['d2'] },
          { id: 'n', quota: 1, practitioners: ['d3'] },
        ],
      },
      [price('d1', 1), price('g', 2), price('h', 4), price('m', 8)],
      ['d1', 'd2', 'd3'],
    );
    expect(told).toEqual({ d1: 7, d2: 8 });
  });

  it('leaves out the practitioner’s own load: that of the last learner where full, of the next where not', () => {
    const loadPenalty = [10, 30, 60];
    const at = (capacity: number, learners: number, penalties = loadPenalty) =>
      pressure(
        { practitioners: [one('d1', { capacity, loadPenalty: penalties })] },
        [price('d1', 100)],
        Array.from({ length: learners }, () => 'd1'),
      )['d1'];
    expect(at(1, 1)).toBe(90);
    expect(at(2, 2)).toBe(70);
    expect(at(3, 1)).toBe(70);
    expect(at(3, 0)).toBe(90);
    expect(at(0, 0)).toBe(90);
    expect(at(9, 5)).toBe(40);
    expect(at(1, 1, [])).toBe(100);
    expect(at(1, 1, [100])).toBeUndefined();
    expect(at(1, 1, [120])).toBeUndefined();
  });

  it('is that of the scarcest of their stretches of time', () => {
    const practitioners = [one('d1@a'), one('d1@b'), one('d1@c')];
    const prices = [price('d1@a', 5), price('d1@b', 9), price('d1@c', 7)];
    const hosts = { 'd1@a': 'd1', 'd1@b': 'd1', 'd1@c': 'd1' };
    expect(pressure({ practitioners }, prices, ['d1@a', 'd1@b', 'd1@c'], hosts)).toEqual({ d1: 9 });
  });
});

describe('the price over recent rounds', () => {
  it('is the median, the lower of the two in the middle, where not to be named costs nothing', () => {
    expect(medianPrices([{ d1: 30 }, { d1: 10 }, { d1: 20 }])).toEqual({ d1: 20 });
    expect(medianPrices([{ d1: 100 }, { d1: 9 }])).toEqual({ d1: 9 });
    expect(medianPrices([{ d1: 30, d2: 5 }, { d1: 10 }, { d1: 20, d2: 1 }])).toEqual({ d1: 20, d2: 1 });
    expect(medianPrices([{ d1: 30 }, {}, {}])).toEqual({});
    expect(medianPrices([])).toEqual({});
  });

  it('is listed in order of ids', () => {
    expect(Object.keys(medianPrices([{ d2: 1, d1: 1, d3: 1 }]))).toEqual(['d1', 'd2', 'd3']);
  });
});
