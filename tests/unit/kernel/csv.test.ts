import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../shared/kernel/csv.ts';

/** Reads CSV as a spreadsheet does, without the byte order mark. */
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
  it.each(['=1+1', '+44', '-2', '@cmd', '\t=1', ' =1'])('never lets %j run', (formula) => {
    expect(read(csvOf([[formula, 'x']]))[0]?.[0]).toBe(`'${formula}`);
  });
});
