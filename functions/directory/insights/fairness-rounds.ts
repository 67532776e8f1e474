import type { Round } from '../../../shared/rounds/round.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { FairnessCase } from '../../../shared/insights/fairness.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** Public facts about a round. Contains the seed only after it has been revealed. */
export interface PublicRound extends Pick<
  Round,
  'id' | 'name' | 'startsFrom' | 'startsTo' | 'place' | 'seedHash'
> {
  readonly seed: string | undefined;
  /** Day on which the round's offers were made; absent until then. */
  readonly confirmedOn: string | undefined;
}

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
    // Finds the round through the list, because the IAM role of this function allows queries but no reads by key.
    const round = (await roundRepository(table).all()).find((one) => one.id === id);
    if (round?.confirmedPlan === undefined) return undefined;
    return (await planDocuments(table).result(round, { id: round.confirmedPlan })).outcomes;
  },
});
