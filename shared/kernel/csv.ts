/** Text that spreadsheets would run as a formula. */
const startsFormula = /^[\s]*[=+\-@\t\r]/;

/**
 * Formats a cell: quotes it if it contains commas, quotes or line breaks, and prefixes an apostrophe to text
 * that spreadsheets would run as a formula.
 */
const cell = (text: string): string => {
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** Formats rows as CSV (RFC 4180), with the byte order mark by which spreadsheets recognise UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
