export interface LogLine {
  readonly function: string;
  readonly line: string;
}

/** The log lines of all functions, newest last. */
export interface Logs {
  add(functionName: string, line: string): void;
  read(): readonly LogLine[];
  reset(): void;
}

const MAX_LINES = 20_000;

/** @param show called with every line; it decides which lines to print */
export const functionLogs = (show: (line: LogLine) => void): Logs => {
  const lines: LogLine[] = [];
  return {
    add: (functionName, line) => {
      const entry = { function: functionName, line };
      lines.push(entry);
      if (lines.length > MAX_LINES) lines.splice(0, lines.length - MAX_LINES);
      show(entry);
    },
    read: () => [...lines],
    reset: () => {
      lines.length = 0;
    },
  };
};
