import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../shared/kernel/csv.ts';
import { cases } from '../../support/campaign.ts';

/** Reads CSV as a spreadsheet does, which skips the byte order mark. */
const read = (csv: string): string[][] => {
  const rows: string[][] = [[]];
  const cells = csv.slice(1).matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g);
  for (const [, raw = '', end] of cells) {
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

describe('a CSV file', () => {
  it('gives every cell back, with an apostrophe only before what a spreadsheet would run', () => {
    const cell = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const back = read(csvOf(rows));
        expect(back.map((row) => row.map((text) => text.replace(/^'(?=\s*[=+\-@])/, '')))).toEqual(
          rows.map((row) => row.map((text) => text.replace(/^'(?=\s*[=+\-@])/, ''))),
        );
      }),
      { numRuns: cases(100) },
    );
  });
});
