import { describe, expect, it } from 'vitest';
import { fairnessCases, type FairnessFacts } from '../../../shared/insights/fairness-cases.ts';
import { daysOfQuarter, quarterBefore, quarterInWords, quarterOf } from '../../../shared/insights/quarter.ts';
import { type FairnessCase, fairnessDimensions, fairnessOf } from '../../../shared/insights/fairness.ts';
import { learnerOutcomeSchema } from '../../../shared/rounds/round-plan.ts';
import { aMatch, aPractitioner, aRequest, aSeat, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

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

describe('fairness', () => {
  it('counts learners, those with a place, and the medians of days, minutes and miles by each dimension', () => {
    const { totals, by } = fairnessOf([
      aCase({ waitingDays: 2, minutes: 9, miles: 1 }),
      aCase({ waitingDays: 30, minutes: 20, miles: 9 }),
      aCase({
        place: 'east-kent',
        placed: false,
        minutes: undefined,
        miles: undefined,
        waitingDays: 40,
        ownDpps: true,
      }),
    ]);
    expect(totals).toEqual({ id: 'all', learners: 3, placed: 2, waitingDays: 30, minutes: 9, miles: 1 });
    expect(by.place).toMatchObject([
      { id: 'medway-swale', learners: 2, placed: 2 },
      { id: 'east-kent', learners: 1, placed: 0, miles: undefined },
    ]);
    expect(by.ownDpps.map(({ id, placed }) => [id, placed])).toEqual([
      ['no', 2],
      ['yes', 0],
    ]);
  });

  it('compares travel only for learners placed by both methods, as return road journeys for every visit', () => {
    const { travel } = fairnessOf([
      aCase({ miles: 4, firstCome: { placed: true, minutes: 20, miles: 9 } }),
      aCase({ miles: 4, firstCome: { placed: false } }),
      aCase({ placed: false, miles: undefined, firstCome: { placed: true, minutes: 9, miles: 1 } }),
    ]);
    // 5 miles by road × 2 ways × 12 visits of 7.5 hours = 120 miles, at 0.27 kg of CO₂e a mile.
    expect(travel).toEqual({ learners: 1, miles: 4, firstComeMiles: 9, milesSaved: 120, kgCo2eSaved: 32 });
    expect(fairnessOf([aCase()]).travel).toBeUndefined();
  });

  it('knows no protected characteristic, and a round keeps none', () => {
    const protectedOnes =
      /age|birth|sex|gender|race|ethnic|national|religio|belief|disab|orient|marri|pregnan|maternity/i;
    for (const word of [
      ...fairnessDimensions,
      ...Object.keys(learnerOutcomeSchema.shape),
      ...Object.keys(aCase()),
    ])
      expect(word).not.toMatch(protectedOnes);
  });
});

describe('a quarter’s learners', () => {
  const filled = aSeat({ state: 'filled', matchId: 'match1', practitionerId: 'dpp1' });
  const request = aRequest({ state: 'matched', seats: [filled] });
  const facts = {
    requests: [request],
    matches: [aMatch()],
    practitioners: [aPractitioner()],
    firstCome: new Map(),
  };
  const quarter = daysOfQuarter('2026-Q4');
  const one = (changes: Partial<FairnessFacts>) =>
    fairnessCases({ ...facts, ...changes }, quarter, TODAY, kentAndMedway.travel)[0];

  it('waited until somebody agreed, and travel to that DPP’s nearest site', () =>
    expect(one({})).toMatchObject({
      placed: true,
      waitingDays: 1,
      minutes: 11,
      miles: 2.5,
      ownDpps: false,
    }));

  it('wait still while their request is open, and until the sign-off date once it lapsed', () => {
    expect(one({ requests: [aRequest({ confirmedAt: '2026-11-01T09:00:00.000Z' })] })).toMatchObject({
      placed: false,
      waitingDays: 20,
    });
    const lapsed = aRequest({
      state: 'lapsed',
      confirmedAt: '2026-10-01T09:00:00.000Z',
      signOffNeededBy: '2026-10-15',
    });
    expect(one({ requests: [lapsed] })).toMatchObject({ placed: false, waitingDays: 14 });
  });

  it('are those who asked within it and did not withdraw', () => {
    expect(one({ requests: [aRequest({ state: 'withdrawn' })] })).toBeUndefined();
    expect(fairnessCases(facts, daysOfQuarter('2026-Q3'), TODAY, kentAndMedway.travel)).toEqual([]);
  });

  it('belong to the calendar’s quarters', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
    expect(daysOfQuarter('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(quarterBefore('2026-Q1')).toBe('2025-Q4');
    expect(quarterInWords('2026-Q4')).toBe('October to December 2026');
  });
});
