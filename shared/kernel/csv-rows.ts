import { csvCells } from './csv-cells.ts';

/**
 * Reads CSV (RFC 4180, with or without a byte order mark), and returns each row below the heading as an object of its
 * cells by column. A missing cell is empty.
 */
export const csvRows = (text: string): Readonly<Record<string, string>>[] => {
  const [heading = [], ...rows] = csvCells(text.replace(/^\uFEFF/u, ''));
  return rows.map((cells) =>
    Object.fromEntries(heading.map((column, index) => [column, cells[index] ?? ''])),
  );
};
