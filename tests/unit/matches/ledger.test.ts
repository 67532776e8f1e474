import { describe, expect, test } from 'vitest';
import { ledgerEntriesOf, ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import type { Match } from '../../../shared/matches/match.ts';
import { aMatch } from '../../support/builders.ts';

const ended = '2027-02-11T12:00:00.000Z';
/** A match of 100 days, so that each day counts for a hundredth of the hours. */
const days = { from: '2027-02-01', to: '2027-05-11', hours: 90 };
const hundredDays = aMatch(days);
const inShort = (match: Match = hundredDays) =>
  ledgerEntriesOf(match).map(({ id, side, organisation, counterpart, hours, at }) => ({
    id,
    side,
    who: organisation.id,
    whose: counterpart.id,
    hours,
    at,
  }));

describe('the ledger lines of a match', () => {
  test('an agreement adds one line for the host and one for the home organisation', () => {
    expect(inShort()).toEqual([
      {
        id: 'match1.agreed.hosted-for',
        side: 'hosted-for',
        who: 'harbour-surgery',
        whose: 'medway-pharmacy',
        hours: 90,
        at: hundredDays.agreedAt,
      },
      {
        id: 'match1.agreed.placed-with',
        side: 'placed-with',
        who: 'medway-pharmacy',
        whose: 'harbour-surgery',
        hours: 90,
        at: hundredDays.agreedAt,
      },
    ]);
  });

  test('a match within one organisation adds one line and no debt', () => {
    expect(inShort(aMatch({ home: hundredDays.host }))).toEqual([
      expect.objectContaining({ id: 'match1.agreed.own', side: 'own', who: 'harbour-surgery', hours: 90 }),
    ]);
  });

  test.each(['started', 'completed'] as const)('a match that is %s adds nothing', (state) => {
    expect(ledgerEntriesOf(aMatch({ ...days, state }))).toEqual([]);
  });

  test('undoing a match takes back all its hours', () => {
    const undone = aMatch({ ...days, state: 'undone', endedAt: ended });
    expect(inShort(undone).map(({ id, hours, at }) => [id, hours, at])).toEqual([
      ['match1.reversed.hosted-for', -90, ended],
      ['match1.reversed.placed-with', -90, ended],
    ]);
  });

  test.each([
    ['2027-01-20T12:00:00.000Z', [-90, -90]],
    ['2027-02-11T12:00:00.000Z', [-81, -81]],
    ['2027-05-11T12:00:00.000Z', [-1, -1]],
    ['2027-05-12T12:00:00.000Z', []],
    ['2027-08-01T12:00:00.000Z', []],
  ])('ending early at %s takes back the hours not given, %j', (endedAt, hours) => {
    const early = aMatch({ ...days, state: 'ended-early', endedAt });
    expect(ledgerEntriesOf(early).map((line) => line.hours)).toEqual(hours);
  });

  test.each([
    [0, [-90, -90]],
    [30, [-60, -60]],
    [90, []],
    [95, []],
  ])('ending early after a side said that %d hours were done takes back %j', (hoursDone, hours) => {
    const ending = { by: 'requester', cause: 'broke-down', hoursDone } as const;
    const early = aMatch({ ...days, state: 'ended-early', endedAt: ended, ending });
    expect(ledgerEntriesOf(early).map((line) => line.hours)).toEqual(hours);
  });

  test('the whole history holds the agreement and what took it back', () => {
    expect(ledgerHistoryOf(hundredDays)).toHaveLength(2);
    const undone = aMatch({ ...days, state: 'undone', endedAt: ended });
    expect(ledgerHistoryOf(undone).map(({ id }) => id)).toEqual([
      'match1.agreed.hosted-for',
      'match1.agreed.placed-with',
      'match1.reversed.hosted-for',
      'match1.reversed.placed-with',
    ]);
  });
});
