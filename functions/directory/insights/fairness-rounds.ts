import * as z from 'zod';
import type { Round } from '../../../shared/rounds/round.ts';
import { daySchema, londonDay } from '../../../shared/kernel/time.ts';
import type { FairnessCase } from '../../../shared/insights/fairness.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** Public facts about a round. Contains the seed only after it has been revealed. */
export const publicRoundSchema = z.object({
  id: z.string(),
  /** Version of the round, by which its results are kept. */
  version: z.number(),
  name: z.string(),
  startsFrom: daySchema,
  startsTo: daySchema,
  place: z.string().optional(),
  seedHash: z.string(),
  seed: z.string().optional(),
  /** Day on which the round's offers were made; absent until then. */
  confirmedOn: daySchema.optional(),
});
export type PublicRound = z.infer<typeof publicRoundSchema>;

export interface FairnessRounds {
  /** All rounds, newest first, without those abandoned before they made offers. */
  readonly all: () => Promise<readonly PublicRound[]>;
  /**
   * Reads the outcome of each learner in a confirmed round; undefined after the round's documents have been deleted.
   */
  readonly cases: (id: string) => Promise<readonly FairnessCase[] | undefined>;
}

const publicRound = ({ confirmedAt, revealedAt, seed, ...round }: Round): PublicRound => ({
  id: round.id,
  version: round.version,
  name: round.name,
  startsFrom: round.startsFrom,
  startsTo: round.startsTo,
  place: round.place,
  seedHash: round.seedHash,
  seed: revealedAt === undefined ? undefined : seed,
  confirmedOn: confirmedAt === undefined ? undefined : londonDay(confirmedAt),
});

/** Reads the rounds for fairness reports. Makes one query for all rounds, and two for the outcomes of one round. */
export const fairnessRounds = (table: Table): FairnessRounds => ({
  all: async () =>
    (await roundRepository(table).all()).filter(({ state }) => state !== 'abandoned').map(publicRound),
  cases: async (id) => {
    const round = (await roundRepository(table).all()).find((one) => one.id === id);
    if (round?.confirmedPlan === undefined) return undefined;
    return (await planDocuments(table).result(round, { id: round.confirmedPlan })).outcomes;
  },
});
