import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicFairness, publicFairnessSchema } from '../../../shared/insights/public-fairness.ts';
import { type FairnessCase, fairnessDimensions, fairnessOf } from '../../../shared/insights/fairness.ts';
import { NOW } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
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
const anyCase = fc
  .record({
    place: fc.constantFrom('medway-swale' as const, 'east-kent' as const),
    ownDpps: fc.boolean(),
    placed: fc.boolean(),
    waitingDays: fc.nat(90),
    minutes: fc.nat(90),
    miles: fc.nat(30),
  })
  .map(aCase);
const meta = {
  licence: { name: 'x', url: 'y' },
  generatedAt: NOW,
  about: { kind: 'quarter' as const, quarter: '2026-Q4' },
};

describe('fairness', () => {
  it('adds up in every dimension, whatever the order of the learners', () =>
    fc.assert(
      fc.property(fc.array(anyCase), (everyone) => {
        const { totals, by } = fairnessOf(everyone);
        for (const dimension of fairnessDimensions)
          expect(by[dimension].reduce((sum, { placed }) => sum + placed, 0)).toBe(totals.placed);
        expect(fairnessOf(everyone.toReversed())).toEqual(fairnessOf(everyone));
      }),
      { numRuns: cases(100) },
    ));
});

describe('what the public sees of fairness', () => {
  it('is nothing of fewer than 10 learners, no miles of fewer than 5, and only rounded numbers', () =>
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 60 }), (everyone) => {
        const raw = fairnessOf(everyone);
        const shown = publicFairnessSchema.parse(publicFairness(raw, meta, kentAndMedway));
        raw.by.place.forEach(({ learners, placed }, index) => {
          const line = shown.by.place[index];
          if (learners < 10) expect(line).toMatchObject({ learners: null, share: null, waitingDays: null });
          if (placed < 5) expect(line).toMatchObject({ roadMinutes: null, roadMiles: null });
          expect((line?.learners ?? 0) % 5).toBe(0);
          expect((line?.share ?? 0) % 5).toBe(0);
        });
      }),
      { numRuns: cases(100) },
    ));
});
