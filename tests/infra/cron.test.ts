import { describe, expect, it } from 'vitest';
import { nextFiring } from '../../infra/local/events/cron.ts';

const next = (expression: string, after: string): string =>
  new Date(nextFiring(expression, Date.parse(after))).toISOString();

describe('a schedule', () => {
  it('fires at its hour in London, in winter and in summer', () => {
    expect(next('cron(0 7 * * ? *)', '2026-11-21T12:00:00Z')).toBe('2026-11-22T07:00:00.000Z');
    expect(next('cron(0 7 * * ? *)', '2026-06-21T12:00:00Z')).toBe('2026-06-22T06:00:00.000Z');
  });

  it('keeps its hour when the clocks change', () => {
    expect(next('cron(0 3 * * ? *)', '2027-03-27T12:00:00Z')).toBe('2027-03-28T02:00:00.000Z');
    expect(next('cron(0 3 * * ? *)', '2026-10-24T12:00:00Z')).toBe('2026-10-25T03:00:00.000Z');
  });

  it('fires on its day of the week', () => {
    expect(next('cron(30 7 ? * MON *)', '2026-11-21T12:00:00Z')).toBe('2026-11-23T07:30:00.000Z');
    expect(next('cron(30 7 ? * MON *)', '2026-11-23T07:30:00Z')).toBe('2026-11-30T07:30:00.000Z');
  });

  it('fires later today when its hour is still to come', () => {
    expect(next('cron(0 7 * * ? *)', '2026-11-21T06:59:59Z')).toBe('2026-11-21T07:00:00.000Z');
  });

  it('fires on whole multiples of its minutes', () => {
    expect(next('rate(5 minutes)', '2026-11-21T12:03:10Z')).toBe('2026-11-21T12:05:00.000Z');
    expect(next('rate(5 minutes)', '2026-11-21T12:05:00Z')).toBe('2026-11-21T12:10:00.000Z');
  });

  it('is refused in a form that the runner does not know', () => {
    expect(() => next('cron(0/5 * * * ? *)', '2026-11-21T12:00:00Z')).toThrow('does not know');
    expect(() => next('rate(1 day)', '2026-11-21T12:00:00Z')).toThrow('does not know');
  });
});
