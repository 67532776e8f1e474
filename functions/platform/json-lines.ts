import type { Clock } from './clock.ts';

/** Destination of log lines: standard output in a function, a list in a test. */
export interface LogSink {
  info(message: string, facts: object): void;
  error(message: string, facts: object): void;
}

interface Deps {
  /** Environment of the function: its name, and the trace that Lambda sets for each call. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Writes one line, which ends in a line feed. */
  readonly write: (line: string) => void;
}

/** Makes a destination that writes each log line as one object of JSON, which the alarms search by its `message`. */
export const jsonLines = ({ variables, clock, write }: Deps): LogSink => {
  const line = (level: string, message: string, facts: object): void => {
    const service = variables['SERVICE_NAME'];
    const trace = variables['_X_AMZN_TRACE_ID'];
    write(`${JSON.stringify({ ...facts, level, message, timestamp: clock.now(), service, trace })}\n`);
  };
  return {
    info: (message, facts) => line('INFO', message, facts),
    error: (message, facts) => line('ERROR', message, facts),
  };
};
