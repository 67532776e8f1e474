import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  dueUntil,
  keepingInWords,
  keptForGood,
  periodInWords,
  type RetentionRule,
  retentionRules,
} from '../../../shared/privacy/retention-rules.ts';

const notice = readFileSync(join(import.meta.dirname, '../../../site/src/content/pages/privacy.md'), 'utf8');
const cells = notice
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const ways = { deleted: 'Deleted', erased: 'Erased: nothing identifies the person' };

describe('the privacy notice', () => {
  it.each(Object.values(retentionRules))('says what the nightly run does: $what', (rule: RetentionRule) => {
    expect(cells).toContainEqual([rule.what, periodInWords(rule), ways[rule.then]]);
  });

  it('promises nothing without a retention rule', () => {
    const promised = cells.filter(([, , last]) => last !== undefined && Object.values(ways).includes(last));
    expect(promised).toHaveLength(Object.keys(retentionRules).length);
  });

  it('says what is kept permanently', () => {
    expect(notice.replaceAll('\n', ' ')).toContain(keptForGood);
  });
});

describe('a period', () => {
  it.each([
    ['unconfirmed-request', '2026-03-31T03:30:00.000Z', '2026-03-17T03:30:00.000Z'],
    ['withdrawn-practitioner', '2028-02-29T03:30:00.000Z', '2027-02-29T03:30:00.000Z'],
    ['ended-request', '2026-01-15T03:30:00.000Z', '2024-01-15T03:30:00.000Z'],
    ['audit', '2026-12-31T03:30:00.000Z', '2020-12-31T03:30:00.000Z'],
  ] as const)('of %s that ends at %s began at %s', (rule, now, began) => {
    expect(dueUntil(rule, now)).toBe(began);
  });

  it('is said in words', () => {
    expect([{ days: 1 }, { months: 12 }, { years: 6 }].map(keepingInWords)).toEqual([
      '1 day',
      '12 months',
      '6 years',
    ]);
  });
});
