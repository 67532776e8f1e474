import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import type { Match } from '../../../shared/matches/match.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import { balanceKey } from '../../../shared/matching/query/seat-query.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { balances, creditLeft, rememberedFrom } from '../../../shared/matching/reciprocity.ts';
import { aMatch, aPractitioner, aRequest, aSeat, TODAY } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
import { noContext } from '../../support/no-context.ts';

const CAP = policy.reciprocityCap.value;
const names = ['harbour', 'medway', 'east', 'west'];
const organisation = (id: string) => ({ id, name: id });
const year = policy.halfLifeDays.value;

const anyMatch = fc
  .record({
    id: fc.uuid(),
    home: fc.constantFrom(...names).map(organisation),
    host: fc.constantFrom(...names).map(organisation),
    hours: fc.integer({ min: 1, max: 200 }),
    state: fc.constantFrom(
      'agreed' as const,
      'completed' as const,
      'undone' as const,
      'ended-early' as const,
    ),
    ago: fc.integer({ min: 0, max: 2500 }),
    after: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ ago, after, ...given }): Match => {
    const agreed = addDays(TODAY, -ago);
    return aMatch({
      ...given,
      agreedAt: `${agreed}T09:00:00.000Z`,
      from: addDays(agreed, 30),
      to: addDays(agreed, 210),
      ...(given.state === 'agreed' ? {} : { endedAt: `${addDays(agreed, after)}T10:00:00.000Z` }),
    });
  });
const matches = fc.uniqueArray(anyMatch, { selector: ({ id }) => id, maxLength: 40 });
const of = (all: readonly Match[], today = TODAY, most = CAP) =>
  balances(all.flatMap(ledgerHistoryOf), today, {
    ...policy,
    reciprocityCap: { ...policy.reciprocityCap, value: most },
  });

describe('balances between organisations', () => {
  it('are bounded: never more than the cap, whatever happened', () =>
    fc.assert(
      fc.property(matches, fc.integer({ min: 0, max: 9 }), (all, most) => {
        for (const owed of Object.values(of(all, TODAY, most)))
          expect(Math.abs(owed)).toBeLessThanOrEqual(most);
      }),
      { numRuns: cases(100) },
    ));

  it('are zero-sum: what one is owed the other owes', () =>
    fc.assert(
      fc.property(matches, (all) => {
        const found = of(all);
        for (const one of names)
          for (const other of names) {
            const owed = (found[balanceKey(one, other)] ?? 0) + (found[balanceKey(other, one)] ?? 0);
            expect(owed).toBe(0);
          }
      }),
      { numRuns: cases(100) },
    ));

  it('fade: a credit never grows with the days', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 800 }), (age, more) => {
        const now = creditLeft(age, policy);
        const later = creditLeft(age + more, policy);
        expect(later).toBeLessThanOrEqual(now);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(creditLeft(age + year, policy)).toBeLessThanOrEqual(Math.floor(now / 2) + 1);
      }),
      { numRuns: cases(100) },
    ));

  it('do not depend on the order of the lines, on repeated lines, or on expired lines', () =>
    fc.assert(
      fc.property(matches, (all) => {
        const lines = all.flatMap(ledgerHistoryOf);
        const remembered = lines.filter(({ since }) => since >= rememberedFrom(TODAY, policy));
        const found = balances(lines, TODAY, policy);
        expect(balances([...remembered, ...lines].toReversed(), TODAY, policy)).toEqual(found);
        expect(balances(remembered, TODAY, policy)).toEqual(found);
        const hostsOnly = lines.filter(({ side }) => side !== 'placed-with');
        expect(balances(hostsOnly, TODAY, policy)).toEqual(found);
      }),
      { numRuns: cases(100) },
    ));

  it('move a cost by less than another setting does, and in favour of the creditor', () =>
    fc.assert(
      fc.property(matches, (all) => {
        const home = organisation('harbour');
        const cost = (context = noContext) => {
          const judged = judge(
            aRequest({ organisation: home }),
            aSeat(),
            aPractitioner({ organisation: organisation('medway') }),
            policy,
            TODAY,
            context,
          );
          return judged.eligible ? judged.cost : NaN;
        };
        const found = of(all);
        const moved = cost({ ...noContext, balances: found }) - cost();
        expect(Math.abs(moved)).toBeLessThan(policy.otherSetting.value);
        expect(Math.sign(moved)).toBe(0 - Math.sign(found[balanceKey('harbour', 'medway')] ?? 0));
      }),
      { numRuns: cases(100) },
    ));
});
