const cellsOf = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (cell.lastIndex >= text.length && found[3] !== ',') break;
    if (found[3] !== ',') rows.push([]);
  }
  return rows;
};

/**
 * Reads CSV (RFC 4180, with or without a byte order mark), and returns each row below the heading as an object of its
 * cells by column. A missing cell is empty.
 */
export const csvRows = (text: string): Readonly<Record<string, string>>[] => {
  const [heading = [], ...rows] = cellsOf(text.replace(/^\uFEFF/u, ''));
  return rows.map((cells) =>
    Object.fromEntries(heading.map((column, index) => [column, cells[index] ?? ''])),
  );
};
