const lineOf = ([name, value]: readonly [string, unknown]): string =>
  `  ${name.padEnd(20)} ${Array.isArray(value) ? value.join(', ') : String(value)}`;

const block = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null
    ? Object.entries(entry)
        .filter(
          ([, value]: [string, unknown]) =>
            value !== undefined && !(Array.isArray(value) && value.length === 0),
        )
        .map(lineOf)
        .join('\n')
    : String(entry);

const listed = (entries: readonly unknown[]): string =>
  entries.length === 0 ? '  nothing' : entries.map(block).join('\n\n');

/** Formats a command's result for people: one block per entry, one line per fact. */
export const outcomeInWords = (data: unknown): string => {
  if (Array.isArray(data)) return listed(data);
  if (typeof data === 'object' && data !== null && Object.values(data).every(Array.isArray))
    return Object.entries(data)
      .map(([name, entries]: [string, readonly unknown[]]) => `${name}:\n${listed(entries)}`)
      .join('\n\n');
  return block(data);
};
