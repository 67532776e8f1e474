import { expect, it } from 'vitest';
import { csvRows } from '../../../shared/kernel/csv-rows.ts';
import { csvOf } from '../../../shared/kernel/csv.ts';

it('reads each row by the columns of the heading', () => {
  expect(csvRows('code,town\r\nR1,Deal\r\nR2,Dover\r\n')).toEqual([
    { code: 'R1', town: 'Deal' },
    { code: 'R2', town: 'Dover' },
  ]);
});

it('reads commas, quotes and line breaks inside quoted cells', () => {
  expect(csvRows('name,note\n"Smith, ""Jo""","two\nlines"')).toEqual([
    { name: 'Smith, "Jo"', note: 'two\nlines' },
  ]);
});

it('gives missing and trailing cells as empty', () => {
  expect(csvRows('a,b,c\n1,,\n2\n')).toEqual([
    { a: '1', b: '', c: '' },
    { a: '2', b: '', c: '' },
  ]);
});

it('reads what the service writes', () => {
  const written = csvOf([
    ['name', 'place'],
    ["O'Neill, Ann", 'Hoo "village"'],
  ]);
  expect(csvRows(written)).toEqual([{ name: "O'Neill, Ann", place: 'Hoo "village"' }]);
});

it('has no rows without text', () => {
  expect(csvRows('')).toEqual([]);
});
