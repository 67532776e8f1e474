import { describe, expect, it } from 'vitest';
import type { LocalSchedule } from '../../infra/local/events/schedules.ts';
import { nextFiring } from '../../infra/local/events/cron.ts';
import { timekeeper } from '../../infra/local/events/timekeeper.ts';

/** A clock that tests move forward, and three schedules that record when they ran. */
const standing = (start: string) => {
  let time = Date.parse(start);
  const ran: string[] = [];
  const schedule = (name: string, expression: string): LocalSchedule => ({
    name,
    expression,
    target: { id: name, name, arn: name, role: name, timeoutSeconds: 60, variables: {} },
    next: (after) => nextFiring(expression, after),
    run: (at) => {
      ran.push(`${new Date(at).toISOString().slice(0, 16)} ${name}`);
      return Promise.resolve({ ok: true, answer: null });
    },
  });
  const keeper = timekeeper({
    clock: {
      now: () => time,
      moveTo: (to) => {
        time = Math.max(time, to);
      },
      offset: new SharedArrayBuffer(8),
    },
    schedules: [
      schedule('sweep', 'rate(5 minutes)'),
      schedule('daily', 'cron(0 7 * * ? *)'),
      schedule('weekly', 'cron(30 7 ? * MON *)'),
    ],
    settle: () => Promise.resolve(),
  });
  return { keeper, ran, now: () => new Date(time).toISOString() };
};

describe('moving the clock on', () => {
  it('runs what falls due in between, each at its own time and in order', async () => {
    const { keeper, ran, now } = standing('2026-11-21T12:00:00Z');
    await keeper.advanceTo(Date.parse('2026-11-23T12:00:00Z'));
    expect(ran.filter((line) => !line.endsWith('sweep'))).toEqual([
      '2026-11-22T07:00 daily',
      '2026-11-23T07:00 daily',
      '2026-11-23T07:30 weekly',
    ]);
    expect(now()).toBe('2026-11-23T12:00:00.000Z');
  });

  it('runs minute schedules at its end, and at stops that are six hours or more apart', async () => {
    const { keeper, ran } = standing('2026-11-21T12:00:00Z');
    await keeper.advanceTo(Date.parse('2026-11-23T12:00:00Z'));
    // Two stops at 07:00 and the end; the weekly stop is half an hour after a daily one.
    expect(ran.filter((line) => line.endsWith('sweep'))).toHaveLength(3);
  });

  it('runs nothing twice when it is moved on again', async () => {
    const { keeper, ran } = standing('2026-11-21T12:00:00Z');
    await keeper.advanceTo(Date.parse('2026-11-22T07:00:00Z'));
    await keeper.advanceTo(Date.parse('2026-11-22T07:00:00Z'));
    expect(ran.filter((line) => line.endsWith('daily'))).toHaveLength(1);
  });

  it('says what ran', async () => {
    const { keeper } = standing('2026-11-22T06:59:00Z');
    expect(await keeper.advanceTo(Date.parse('2026-11-22T07:00:00Z'))).toContain(
      '2026-11-22T07:00:00.000Z daily',
    );
  });
});
