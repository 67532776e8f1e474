import { Logger } from '@aws-lambda-powertools/logger';
import { UnreadableRow } from './unreadable-row.ts';

/** What may stand beside a code: ids, counts and codes. There is no key for a person on purpose. */
interface LogFacts {
  readonly practitionerId?: string;
  readonly requestId?: string;
  readonly seatId?: string;
  readonly offerId?: string;
  readonly matchId?: string;
  readonly organisationId?: string;
  readonly emailId?: string;
  readonly roundId?: string;
  /** A schedule's run: "digest#2026-W47#east-kent". */
  readonly run?: string;
  /** The pattern, never the path: that may hold a token. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly reason?: string;
  /** The partition key of a stored row; one made from a token or an address is withheld like any hash. */
  readonly row?: string;
  readonly count?: number;
  readonly milliseconds?: number;
}

/** What happened, as codes and ids; never people, never what they wrote. */
export interface Log {
  /** @param code noun and event, hyphenated: "offer-accepted" */
  event(code: string, facts?: LogFacts): void;
  /** Something nobody expected: its kind and where it happened, never its message, which may quote a person. */
  surprise(code: string, error: unknown, facts?: LogFacts): void;
}

/** What an id or a code looks like. Names, addresses and sentences do not; tokens (43 characters) are too long. */
const HARMLESS = /^(?!.*[\w-]{43})[\w.:#/{}-]{1,120}$/u;

const onlyHarmless = (facts: LogFacts): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number' || (typeof value === 'string' && HARMLESS.test(value)) ? value : 'withheld',
    ]),
  );

/** "at accept (file:///…/index.mjs:12:34)": places in our code only; a stack begins with the message, which goes. */
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

/** Where the lines go: Powertools in a function, a list in a test. */
interface Sink {
  info(message: string, facts: object): void;
  error(message: string, facts: object): void;
}

export const logTo = (sink: Sink): Log => ({
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

/** The log of a function: JSON lines that carry the function's name from POWERTOOLS_SERVICE_NAME. */
export const functionLog = (): Log => {
  const logger = new Logger();
  return logTo({
    info: (message, facts) => logger.info(message, { ...facts }),
    error: (message, facts) => logger.error(message, { ...facts }),
  });
};
