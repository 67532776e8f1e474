import * as z from 'zod';
import type { Practitioner } from '../../people/practitioner.ts';
import type { SeatQuery } from '../query/seat-query.ts';
import type { Unmet } from './requirement.ts';

/** A practitioner who misses exactly one requirement of a seat. */
export interface SingleMiss<Name extends string = string> {
  readonly practitioner: Practitioner;
  readonly requirement: Unmet<Name>;
}

export const practitionerCount = z.int().min(0);

interface Definition<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** @param misses the practitioners who meet every requirement except this one */
  readonly find: (query: SeatQuery, misses: readonly SingleMiss[]) => readonly z.output<Schema>[];
  /** The sentence for the learner. It gives counts, never names. */
  readonly toLearner: (nearMiss: z.output<Schema>) => string;
}

/**
 * Defines a near miss: a change after which some practitioners who miss only `requirement` would be eligible.
 */
export const nearMiss = <Schema extends z.ZodType>(
  requirement: string,
  { schema, find, toLearner }: Definition<Schema>,
) => ({
  schema,
  find: (query: SeatQuery, misses: readonly SingleMiss[]) =>
    find(
      query,
      misses.filter((miss) => miss.requirement.name === requirement),
    ),
  /** @returns `undefined` for a near miss of another kind */
  inWords: (given: unknown): string | undefined => {
    const own = schema.safeParse(given);
    return own.success ? toLearner(own.data) : undefined;
  },
});

/**
 * Defines a near miss: a change after which all practitioners who miss only `requirement` would be eligible.
 */
export const changeForAll = <const Change extends string>(
  requirement: string,
  change: Change,
  toLearner: (count: number) => string,
) =>
  nearMiss(requirement, {
    schema: z.strictObject({ change: z.literal(change), count: practitionerCount }),
    find: (_, { length }) => (length === 0 ? [] : [{ change, count: length }]),
    toLearner: ({ count }) => toLearner(count),
  });
