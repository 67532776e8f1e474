import { describe, expect, it } from 'vitest';
import { ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import { balanceKey } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { balances, creditLeft, exchangesIn } from '../../../shared/matching/reciprocity.ts';
import { aMatch, TODAY } from '../../support/builders.ts';

const organisation = (id: string) => ({ id, name: id });
const hosting = (id: string, host: string, home: string) =>
  aMatch({ id, requestId: id, host: organisation(host), home: organisation(home) });
const of = (...matches: readonly ReturnType<typeof aMatch>[]) =>
  balances(matches.flatMap(ledgerHistoryOf), TODAY, policy);

describe('the books of two organisations', () => {
  it('record a debt to the host, whichever of the two comes first by name', () => {
    expect(of(hosting('m1', 'alpha', 'zeta'))).toEqual({
      [balanceKey('alpha', 'zeta')]: 1,
      [balanceKey('zeta', 'alpha')]: -1,
    });
    expect(of(hosting('m1', 'zeta', 'alpha'))).toEqual({
      [balanceKey('zeta', 'alpha')]: 1,
      [balanceKey('alpha', 'zeta')]: -1,
    });
  });

  it('are even when each hosted a learner of the other, and owe the rest when one hosted more', () => {
    const [there, back] = [hosting('m1', 'zeta', 'alpha'), hosting('m2', 'alpha', 'zeta')];
    expect(of(there, back)).toEqual({});
    expect(of(there, back, hosting('m3', 'zeta', 'alpha'))).toEqual({
      [balanceKey('zeta', 'alpha')]: 1,
      [balanceKey('alpha', 'zeta')]: -1,
    });
  });

  it('keep each pair apart', () => {
    expect(of(hosting('m1', 'zeta', 'alpha'), hosting('m2', 'mid', 'zeta'))).toEqual({
      [balanceKey('zeta', 'alpha')]: 1,
      [balanceKey('alpha', 'zeta')]: -1,
      [balanceKey('mid', 'zeta')]: 1,
      [balanceKey('zeta', 'mid')]: -1,
    });
  });

  it('count what happened once, whichever side’s line is read', () => {
    const lines = ledgerHistoryOf(hosting('m1', 'zeta', 'alpha'));
    const [once] = exchangesIn(lines);
    expect(exchangesIn(lines)).toHaveLength(1);
    expect(once).toMatchObject({ host: { id: 'zeta' }, home: { id: 'alpha' }, hours: 90, requestId: 'm1' });
    for (const line of lines) expect(exchangesIn([line])).toEqual([once]);
  });
});

describe('a credit', () => {
  const { halfLifeDays, forgottenAfter } = policy;
  const left = (days: number) => creditLeft(days, policy);

  it('is full on its day, halves after each half-life, and falls linearly in between', () => {
    expect([0, 1, 2].map((lives) => left(lives * halfLifeDays.value))).toEqual([1024, 512, 256]);
    expect(left(73)).toBe(Math.floor(1024 * 0.9));
    expect(left(halfLifeDays.value + 73)).toBe(Math.floor(512 * 0.9));
  });

  it('expires between one day and the next', () => {
    const last = halfLifeDays.value * forgottenAfter.value;
    expect(left(last - 1)).toBeGreaterThan(0);
    expect(left(last)).toBe(0);
    expect(left(last + 400)).toBe(0);
  });

  it('of a future day is full', () => {
    expect(left(-3)).toBe(1024);
  });
});
