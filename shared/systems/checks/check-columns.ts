import { mistake } from './check-report.ts';

/** Compares the heading of a CSV file with the columns that it should have, in any order. */
export const columnMistakes = (file: string, text: string, columns: readonly string[]): string[] => {
  const heading = (text.split(/\r?\n/u)[0] ?? '').replace(/^\uFEFF/u, '').split(',');
  const missing = columns.filter((column) => !heading.includes(column));
  const unknown = heading.filter((column) => !columns.includes(column));
  if (missing.length > 0) return [mistake(file, 'row 1', `the column ${missing.join(', ')} is missing`)];
  return unknown.length > 0
    ? [mistake(file, 'row 1', `the column ${unknown.join(', ')} is unknown. Columns: ${columns.join(', ')}`)]
    : [];
};
