import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../shared/kernel/sheet.ts';

const read = (text: string) => {
  const { headings, rows } = readSheet(text);
  return [headings, ...rows.map(({ cells }) => cells)];
};

describe('a sheet', () => {
  it.each([
    ['commas', 'Name,Area\r\nAna,"Asthma, COPD"\r\n'],
    ['semicolons', 'Name;Area\nAna;Asthma, COPD\n'],
    ['tabs', 'Name\tArea\nAna\tAsthma, COPD'],
    ['a byte order mark', '\uFEFFName;Area\r\nAna;"Asthma, COPD"'],
    ['the separator that Excel marks', 'sep=;\r\nName;Area\r\nAna;Asthma, COPD'],
    ['line breaks of old computers', 'Name;Area\rAna;Asthma, COPD\r'],
    ['spaces around cells', 'Name ; Area\nAna ; Asthma, COPD'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual([
      ['Name', 'Area'],
      ['Ana', 'Asthma, COPD'],
    ]);
  });

  it('counts rows as spreadsheets do, with the empty ones that it leaves out', () => {
    const { rows } = readSheet('Name;Area\n;\nAna;Asthma\n\nBen;Pain\n');
    expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [3, 'Ana'],
      [5, 'Ben'],
    ]);
  });

  it('keeps line breaks and doubled quotes within a quoted cell', () => {
    expect(read('Name,Scope\nAna,"Adults\nwith ""mild"" pain"')[1]).toEqual([
      'Ana',
      'Adults\nwith "mild" pain',
    ]);
  });

  it('takes away the apostrophe that keeps a cell from being a formula', () => {
    expect(read("Name\n'=Ana")[1]).toEqual(['=Ana']);
  });

  it('of nothing has no headings', () => {
    expect(readSheet('')).toEqual({ headings: [], rows: [] });
  });
});
