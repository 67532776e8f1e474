import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../functions/web/http/caller-network.ts';
import { confirmationLimits, worksAgainAt } from '../../../functions/web/links/confirmation-limits.ts';
import { waitInWords } from '../../../shared/kernel/time.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const NOW = '2026-12-01T10:25:00.000Z';
const room = { name: 'room', ranges: ['203.0.113.9/32'], confirmationsAnHour: 50 };

/** Counts the e-mails that people at these addresses may cause within an hour, each to a mailbox of its own. */
const sentFrom = async (addresses: readonly string[], now = NOW, table = memoryTable()) => {
  const limits = confirmationLimits([room]);
  const outcomes: (string | undefined)[] = [];
  for (const [index, address] of addresses.entries()) {
    const asked = limits(`p${String(index)}.${now}@dpp.example`, networkOf(address, [room]), now);
    const outcome = await table.commit(asked.map(({ change }) => change));
    outcomes.push(outcome.committed ? undefined : asked[outcome.unmet[0] ?? 0]?.refusal);
  }
  return outcomes;
};
const passed = (outcomes: readonly (string | undefined)[]) =>
  outcomes.filter((refusal) => refusal === undefined).length;
const times = (count: number, address: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => address(index));

describe('the quota of a network', () => {
  it('is 20 an hour for the addresses of one /24', async () => {
    const outcomes = await sentFrom(times(30, (index) => `192.0.2.${String(index)}`));
    expect(passed(outcomes)).toBe(20);
    expect(outcomes.at(-1)).toBe('too-many-this-hour');
  });

  it('is 20 an hour for the addresses of one IPv6 /56, however many /64 they come from', async () => {
    expect(
      passed(await sentFrom(times(60, (index) => `2001:db8:1:12${index.toString(16).padStart(2, '0')}::1`))),
    ).toBe(20);
  });

  it('is 60 an hour for all of one IPv6 /48', async () => {
    expect(passed(await sentFrom(times(256, (index) => `2001:db8:1:${index.toString(16)}00::1`)))).toBe(60);
    expect(passed(await sentFrom(times(100, (index) => `2001:db8:${index.toString(16)}::1`)))).toBe(100);
  });

  it('lets a training room of 24 people behind one listed address register within an hour', async () => {
    expect(passed(await sentFrom(times(24, () => '203.0.113.9')))).toBe(24);
    expect(passed(await sentFrom(times(60, () => '203.0.113.9')))).toBe(50);
    expect(passed(await sentFrom(times(24, () => '203.0.113.10')))).toBe(20);
  });

  it('works again at the next full hour', async () => {
    const table = memoryTable();
    await sentFrom(
      times(21, () => '192.0.2.7'),
      NOW,
      table,
    );
    expect(await sentFrom(['192.0.2.7'], '2026-12-01T10:59:59.999Z', table)).toEqual(['too-many-this-hour']);
    expect(await sentFrom(['192.0.2.7'], worksAgainAt('too-many-this-hour', NOW), table)).toEqual([
      undefined,
    ]);
  });
});

describe('when it works again', () => {
  it.each([
    ['2026-12-01T10:00:00.000Z', 'in an hour'],
    ['2026-12-01T10:09:59.000Z', 'in an hour'],
    ['2026-12-01T10:10:00.000Z', 'in 50 minutes'],
    ['2026-12-01T10:25:30.000Z', 'in 35 minutes'],
    ['2026-12-01T10:58:01.000Z', 'in 2 minutes'],
    ['2026-12-01T10:59:59.999Z', 'in a minute'],
  ])('at %s is %s', (now, words) => {
    expect(waitInWords(now, worksAgainAt('too-many-this-hour', now))).toBe(words);
  });

  it('is midnight in London for a mailbox that has had its e-mails of the day', () => {
    expect(worksAgainAt('too-many-today', NOW)).toBe('2026-12-02T00:00:00.000Z');
    expect(worksAgainAt('too-many-today', '2026-06-30T23:30:00.000Z')).toBe('2026-07-01T23:00:00.000Z');
  });
});
