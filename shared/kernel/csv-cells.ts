/** The marks that part the cells of a row; spreadsheets of some countries write semicolons. */
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

const CELL: Readonly<Record<Separator, RegExp>> = {
  ',': /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/gy,
  ';': /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n|\r|$)/gy,
  '\t': /(?:"((?:[^"]|"")*)"|([^"\t\r\n]*))(\t|\r?\n|\r|$)/gy,
};

/**
 * Reads the cells of CSV (RFC 4180), row by row.
 * @returns as far as the text can be read: a quote that is never closed ends the last row
 */
export const csvCells = (text: string, separator: Separator = ','): string[][] => {
  const rows: string[][] = [[]];
  const cell = new RegExp(CELL[separator]);
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (cell.lastIndex >= text.length && found[3] !== separator) break;
    if (found[3] !== separator) rows.push([]);
  }
  return rows;
};
