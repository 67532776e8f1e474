/** What a spreadsheet would run instead of show. */
const startsFormula = /^[\s]*[=+\-@\t\r]/;

/**
 * One cell: quoted where commas, quotes or line ends need it, and with an apostrophe in front where a spreadsheet
 * would take the text for a formula.
 */
const cell = (text: string): string => {
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** Rows of text → a CSV file as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
