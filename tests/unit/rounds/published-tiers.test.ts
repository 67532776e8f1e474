import { describe, expect, it } from 'vitest';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { priorityOf } from '../../../shared/rounds/priority.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { aRequest } from '../../support/builders.ts';

/**
 * A request of 1 June whose DPP must be named a year later. Bands: 28, 56 and 84 days left; 60 and 30 days of
 * waiting.
 */
const asked = (changes: Partial<SupervisionRequest>) =>
  aRequest({ confirmedAt: '2026-06-01T23:30:00.000Z', signOffNeededBy: '2027-06-01', ...changes });
const tier = (changes: Partial<SupervisionRequest>, today = '2026-06-01', carriedOver: string[] = []) =>
  priorityOf(asked(changes), roundPolicy, today, new Set(carriedOver));

describe('the tier of a learner in the published order', () => {
  it('is one of twelve for those who come for the first time, and of twelve before them for those carried over', () => {
    expect(tier({})).toBe(23);
    expect(tier({}, '2026-06-01', ['req1'])).toBe(11);
    expect(tier({}, '2026-06-01', ['req2'])).toBe(23);
    expect(tier({ reopenedAt: '2026-06-01T10:00:00.000Z' })).toBe(11);
  });

  it('is the band of the day until which a DPP must be named, the edge included', () => {
    const on = (signOffNeededBy: string) => tier({ signOffNeededBy });
    expect(on('2026-06-29')).toBe(14);
    expect(on('2026-06-30')).toBe(17);
    expect(on('2026-07-27')).toBe(17);
    expect(on('2026-07-28')).toBe(20);
    expect(on('2026-08-24')).toBe(20);
    expect(on('2026-08-25')).toBe(23);
  });

  it('is, within that, the band of waiting, the edge included', () => {
    expect(tier({}, '2026-06-30')).toBe(23);
    expect(tier({}, '2026-07-01')).toBe(22);
    expect(tier({}, '2026-07-30')).toBe(22);
    expect(tier({}, '2026-07-31')).toBe(21);
  });

  it('counts waiting from when the request was confirmed, or made, also when its practitioner left since', () => {
    const since = (changes: Partial<SupervisionRequest>) =>
      tier({ signOffNeededBy: '2028-06-01', ...changes }, '2026-08-01');
    expect(since({ createdAt: '2026-01-01T10:00:00.000Z' })).toBe(21);
    expect(since({ confirmedAt: undefined, createdAt: '2026-07-31T10:00:00.000Z' })).toBe(23);
    expect(since({ reopenedAt: '2026-07-31T10:00:00.000Z' })).toBe(9);
  });

  it('has as many bands as the policy names', () => {
    const bare = {
      ...roundPolicy,
      signOffBands: { values: [], reason: 'none' },
      waitingBands: { values: [], reason: 'none' },
    };
    expect(priorityOf(asked({}), bare, '2026-06-01', new Set())).toBe(1);
    expect(priorityOf(asked({}), bare, '2026-06-01', new Set(['req1']))).toBe(0);
  });
});
