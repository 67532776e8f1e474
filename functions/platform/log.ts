import { systemClock } from './clock.ts';
import { jsonLines, type LogSink } from './json-lines.ts';
import { UnreadableRow } from './unreadable-row.ts';

/**
 * Facts that a log line may contain besides its code: ids, counts and other codes. Deliberately has no field for a
 * name or an address.
 */
interface LogFacts {
  /** Id of the system: "anyshire". */
  readonly system?: string;
  readonly practitionerId?: string;
  readonly requestId?: string;
  readonly seatId?: string;
  readonly offerId?: string;
  readonly matchId?: string;
  readonly organisationId?: string;
  readonly emailId?: string;
  readonly roundId?: string;
  /** Name of a scheduled run: "digest#2026-W47#north-shore". */
  readonly run?: string;
  /** Pattern of the route: "/offers/{token}". Never the path itself, which may contain a token. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly reason?: string;
  /** Partition key of a stored row; left out of the log if it contains a hash. */
  readonly row?: string;
  readonly count?: number;
  readonly milliseconds?: number;
}

/** Logs codes and ids, but no names, addresses or free text. */
export interface Log {
  /** @param code entity and event, hyphenated: "offer-accepted" */
  event(code: string, facts?: LogFacts): void;
  /** Logs an unexpected error by kind and place, without its message, which may contain personal data. */
  surprise(code: string, error: unknown, facts?: LogFacts): void;
}

/** Matches ids and codes, but no tokens (43 characters), no e-mail addresses and no text with spaces. */
const HARMLESS = /^(?!.*[\w-]{43})[\w.:#|/{}-]{1,120}$/u;

const onlyHarmless = (facts: LogFacts): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number' || (typeof value === 'string' && HARMLESS.test(value)) ? value : 'withheld',
    ]),
  );

/**
 * Returns the lines of the stack, such as "at accept (file:///…/index.mjs:12:34)", without the error message above
 * them.
 */
const placesOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .replace(error.message, '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => /^at \S/u.test(line) && /:\d+:\d+\)?$/u.test(line))
        .slice(0, 8)
    : [];

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

export const logTo = (sink: LogSink): Log => ({
  event: (code, facts = {}) => sink.info(code, onlyHarmless(facts)),
  surprise: (code, error, facts = {}) =>
    sink.error(code, {
      ...onlyHarmless({
        ...facts,
        ...(error instanceof UnreadableRow ? { row: error.key.pk, reason: error.reason } : {}),
      }),
      kind: kindOf(error),
      places: placesOf(error),
    }),
});

/**
 * Creates the log of a function: lines of JSON with the function's name from SERVICE_NAME.
 * @param system id of the system that every line is about
 */
export const functionLog = (system?: string): Log => {
  const lines = jsonLines({
    variables: process.env,
    clock: systemClock,
    write: (line) => process.stdout.write(line),
  });
  const always = system === undefined ? {} : { system };
  return logTo({
    info: (message, facts) => lines.info(message, { ...always, ...facts }),
    error: (message, facts) => lines.error(message, { ...always, ...facts }),
  });
};
