import { csvCells, type Separator, separators } from './csv-cells.ts';

/** A row below the headings. */
interface SheetRow {
  /** Number of the row as spreadsheets count: the headings are row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table that somebody saved from a spreadsheet or copied from it. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** The separator that parts the headings into the most cells. */
const separatorOf = (text: string): Separator => {
  const [heading = ''] = text.trimStart().split(/\r|\n/u);
  const cellsBy = (separator: Separator) => csvCells(heading, separator)[0]?.length ?? 0;
  return separators.toSorted((one, other) => cellsBy(other) - cellsBy(one))[0] ?? ',';
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

/**
 * Takes away what spreadsheets put around a cell: spaces, and the apostrophe that keeps a text from being read as a
 * formula.
 */
const tidyCell = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/u, '');

/**
 * Reads CSV with commas, semicolons or tabs between the cells, with or without a byte order mark. Leaves out empty rows,
 * and a first line such as "sep=;" by which Excel marks its separator.
 */
export const readSheet = (text: string): Sheet => {
  const [, marked] = /^\uFEFF?"?sep=([,;\t])"?(?=\r|\n)/u.exec(text) ?? [];
  const plain = text.replace(/^\uFEFF/u, '');
  const separator = separators.find((one) => one === marked) ?? separatorOf(plain);
  const all = csvCells(plain, separator)
    .map((cells, index) => ({ number: index + 1, cells: cells.map(tidyCell) }))
    .filter(({ cells, number }) => !isBlank(cells) && !(number === 1 && marked !== undefined));
  const [headings, ...rows] = all;
  return { headings: headings?.cells ?? [], rows };
};
