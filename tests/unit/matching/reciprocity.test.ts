import { describe, expect, it } from 'vitest';
import { ledgerEntriesOf, ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import type { Match } from '../../../shared/matches/match.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import { balanceKey } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { balances } from '../../../shared/matching/reciprocity.ts';
import { aMatch, TODAY } from '../../support/builders.ts';

const CAP = policy.reciprocityCap.value;
const surgery = 'harbour-surgery';
const pharmacy = 'medway-pharmacy';
const year = policy.halfLifeDays.value;

const of = (all: readonly Match[], today = TODAY, most = CAP) =>
  balances(all.flatMap(ledgerHistoryOf), today, {
    ...policy,
    reciprocityCap: { ...policy.reciprocityCap, value: most },
  });

describe('the ledger', () => {
  it('records an agreement for both organisations, and its undoing as another line', () => {
    const agreed = ledgerEntriesOf(aMatch());
    expect(agreed.map(({ side, organisation: { id }, hours }) => [side, id, hours])).toEqual([
      ['hosted-for', surgery, 90],
      ['placed-with', pharmacy, 90],
    ]);
    const undone = ledgerEntriesOf(aMatch({ state: 'undone', endedAt: '2026-11-21T08:30:00.000Z' }));
    expect(undone.map(({ hours }) => hours)).toEqual([-90, -90]);
    expect(new Set([...agreed, ...undone].map(({ id }) => id)).size).toBe(4);
  });

  it('uses the same line id for the same cause', () =>
    expect(ledgerEntriesOf(aMatch())).toEqual(ledgerEntriesOf(aMatch({ version: 7 }))));

  it('takes back only the hours that were not given', () => {
    const halfway = aMatch({ state: 'ended-early', endedAt: '2027-05-03T09:00:00.000Z' });
    expect(ledgerEntriesOf(halfway)[0]?.hours).toBe(-45);
    expect(ledgerEntriesOf({ ...halfway, endedAt: '2027-09-01T09:00:00.000Z' })).toEqual([]);
  });

  it('writes nothing when a match starts or is completed', () =>
    expect([aMatch({ state: 'started' }), aMatch({ state: 'completed' })].flatMap(ledgerEntriesOf)).toEqual(
      [],
    ));
});

describe('balances between organisations', () => {
  it('owe a learner to the organisation that hosted one', () =>
    expect(of([aMatch()])).toEqual({
      [balanceKey(surgery, pharmacy)]: 1,
      [balanceKey(pharmacy, surgery)]: -1,
    }));

  it('count a spoke’s few hours as less than a learner', () =>
    expect(of([aMatch({ hours: 10 })])).toEqual({}));

  it('owe nothing for a learner of the own organisation or for what was undone', () => {
    expect(of([aMatch({ home: aMatch().host })])).toEqual({});
    expect(of([aMatch({ state: 'undone', endedAt: '2026-11-21T08:30:00.000Z' })])).toEqual({});
  });

  it('count half after a year, and not at all after five', () => {
    const four = Array.from({ length: 4 }, (_, n) => aMatch({ id: `m${n}`, requestId: `r${n}` }));
    const owed = (day: string) => of(four, day)[balanceKey(surgery, pharmacy)] ?? 0;
    expect([0, year, 2 * year, 5 * year].map((days) => owed(addDays(TODAY, days)))).toEqual([4, 2, 1, 0]);
  });
});
