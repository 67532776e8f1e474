import { describe, expect, it } from 'vitest';
import { type FairnessCase, fairnessOf } from '../../../shared/insights/fairness.ts';

const aCase = (changes: Partial<FairnessCase> = {}): FairnessCase => ({
  place: 'medway-swale',
  profession: 'pharmacist',
  learnerType: 'pharmacist-ip',
  setting: 'general-practice',
  hours: 90,
  ownDpps: false,
  placed: true,
  waitingDays: 10,
  minutes: 12,
  miles: 4,
  ...changes,
});
const waiting = (...days: readonly number[]) =>
  fairnessOf(days.map((waitingDays) => aCase({ waitingDays }))).totals.waitingDays;
const travelOf = (...changes: readonly Partial<FairnessCase>[]) => fairnessOf(changes.map(aCase)).travel;

describe('a median of fairness', () => {
  it('is the middle by size, not by spelling, in whatever order the learners come', () => {
    expect(waiting(10, 9, 100)).toBe(10);
    expect(waiting(100, 9, 10)).toBe(10);
  });

  it('is the lower of two middles, and the only one of one', () => {
    expect(waiting(5, 1)).toBe(1);
    expect(waiting(8, 1, 3, 20)).toBe(3);
    expect(waiting(7)).toBe(7);
  });

  it('is undefined for days without learners, and for miles without places', () => {
    expect(fairnessOf([]).totals).toEqual({
      id: 'all',
      learners: 0,
      placed: 0,
      waitingDays: 0,
      minutes: undefined,
      miles: undefined,
    });
    const { minutes, miles } = fairnessOf([aCase({ placed: false })]).totals;
    expect([minutes, miles]).toEqual([undefined, undefined]);
  });

  it('counts the minutes and miles only of those who have a place and whose drive is known', () => {
    const { minutes, miles } = fairnessOf([
      aCase({ minutes: 5, miles: 1, placed: false }),
      aCase({ minutes: undefined, miles: undefined }),
      aCase({ minutes: 21, miles: 11.6 }),
    ]).totals;
    expect([minutes, miles]).toEqual([21, 12]);
  });

  it('counts the straight miles of a round of version 0.2.0 as 1.3 miles by road each', () => {
    const { minutes, miles } = fairnessOf([aCase({ minutes: undefined, miles: 10 })]).totals;
    expect([minutes, miles]).toEqual([undefined, 13]);
  });
});

describe('the lines of a dimension', () => {
  it('are one for each value, the largest group first, equal ones by name', () => {
    const { by } = fairnessOf([
      aCase({ place: 'west-kent' }),
      aCase({ place: 'east-kent', placed: false }),
      aCase({ place: 'medway-swale' }),
      aCase({ place: 'medway-swale', waitingDays: 3, minutes: 9, miles: 1 }),
    ]);
    expect(by.place).toEqual([
      { id: 'medway-swale', learners: 2, placed: 2, waitingDays: 3, minutes: 9, miles: 1 },
      { id: 'east-kent', learners: 1, placed: 0, waitingDays: 10, minutes: undefined, miles: undefined },
      { id: 'west-kent', learners: 1, placed: 1, waitingDays: 10, minutes: 12, miles: 4 },
    ]);
    const reversed = fairnessOf([aCase({ place: 'east-kent' }), aCase({ place: 'west-kent' })]).by.place;
    expect(reversed.map(({ id }) => id)).toEqual(['east-kent', 'west-kent']);
  });

  it('are kept for place, profession, learner type, setting and own DPPs', () => {
    const { by } = fairnessOf([
      aCase(),
      aCase({
        place: 'west-kent',
        profession: 'nurse',
        learnerType: 'v300',
        setting: 'hospice',
        ownDpps: true,
      }),
    ]);
    expect(Object.entries(by).map(([dimension, lines]) => [dimension, lines.map(({ id }) => id)])).toEqual([
      ['place', ['medway-swale', 'west-kent']],
      ['profession', ['nurse', 'pharmacist']],
      ['learnerType', ['pharmacist-ip', 'v300']],
      ['setting', ['general-practice', 'hospice']],
      ['ownDpps', ['no', 'yes']],
    ]);
  });
});

describe('first come, first served', () => {
  it('is counted for the learners of a round only: how many, and how many it would have placed', () => {
    const { firstCome } = fairnessOf([
      aCase({ firstCome: { placed: true, miles: 3 } }),
      aCase({ firstCome: { placed: false } }),
      aCase({ firstCome: { placed: false } }),
      aCase(),
    ]);
    expect(firstCome).toEqual({ learners: 3, placed: 1 });
  });

  it('and travel: miles are added up, and every begun visit is a journey', () => {
    // 90 hours are 12 visits, each with 5 miles saved; 8 hours are 2 visits, each with 1 mile more. (60 − 2) miles × 2
    // ways = 116 miles.
    expect(
      travelOf(
        { miles: 4, hours: 90, firstCome: { placed: true, minutes: 20, miles: 9 } },
        { miles: 3, hours: 8, firstCome: { placed: true, minutes: 9, miles: 2 } },
      ),
    ).toEqual({ learners: 2, miles: 7, firstComeMiles: 11, milesSaved: 116, kgCo2eSaved: 31 });
  });

  it('and travel: the straight miles of a round of version 0.2.0 are 1.3 miles by road each', () => {
    expect(
      travelOf({ minutes: undefined, miles: 4, hours: 90, firstCome: { placed: true, miles: 9 } }),
    ).toEqual({ learners: 1, miles: 5, firstComeMiles: 12, milesSaved: 156, kgCo2eSaved: 42 });
  });

  it('and travel: more miles than first come, first served are less than nothing saved', () => {
    expect(travelOf({ miles: 9, firstCome: { placed: true, minutes: 12, miles: 4 } })).toMatchObject({
      milesSaved: -120,
      kgCo2eSaved: -32,
    });
  });

  it.each<[string, Partial<FairnessCase>]>([
    ['has no place', { placed: false, firstCome: { placed: true, miles: 9 } }],
    ['has a place of unknown distance', { miles: undefined, firstCome: { placed: true, miles: 9 } }],
    ['would have had no place', { firstCome: { placed: false, miles: 9 } }],
    ['would have had a place of unknown distance', { firstCome: { placed: true } }],
    ['was matched one by one', {}],
  ])('and travel: a learner who %s is not compared', (_, one) => {
    expect(travelOf(one)).toBeUndefined();
    expect(travelOf(one, { miles: 4, firstCome: { placed: true, miles: 9 } })).toMatchObject({ learners: 1 });
  });
});
