export interface LogLine {
  readonly function: string;
  readonly line: string;
}

/** What functions wrote to their logs, newest last. */
export interface Logs {
  add(functionName: string, line: string): void;
  read(): readonly LogLine[];
  reset(): void;
}

const MOST_LINES = 20_000;

/** @param show whether a line is worth a developer's terminal is decided by whoever gives this */
export const logsKept = (show: (line: LogLine) => void): Logs => {
  const lines: LogLine[] = [];
  return {
    add: (functionName, line) => {
      const entry = { function: functionName, line };
      lines.push(entry);
      if (lines.length > MOST_LINES) lines.splice(0, lines.length - MOST_LINES);
      show(entry);
    },
    read: () => [...lines],
    reset: () => {
      lines.length = 0;
    },
  };
};
