import type { Round } from '../../../shared/rounds/round.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { FairnessCase } from '../../../shared/insights/fairness.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** A round as published, with the seed only once it is revealed. */
export interface PublicRound extends Pick<
  Round,
  'id' | 'name' | 'startsFrom' | 'startsTo' | 'place' | 'seedHash'
> {
  readonly seed: string | undefined;
  /** Day on which its offers were made; absent before that. */
  readonly confirmedOn: string | undefined;
}

export interface FairnessRounds {
  /** Newest first, without rounds that were abandoned before they made offers. */
  readonly all: () => Promise<readonly PublicRound[]>;
  /** Outcomes of a confirmed round for each learner; undefined once its documents have expired. */
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

/** Rounds with fairness reports. Takes one query for all rounds, and two for the outcomes of one. */
export const fairnessRounds = (table: Table): FairnessRounds => ({
  all: async () =>
    (await roundRepository(table).all()).filter(({ state }) => state !== 'abandoned').map(publicRound),
  cases: async (id) => {
    // Finds the round through the list, because this function's role may only query lists and partitions.
    const round = (await roundRepository(table).all()).find((one) => one.id === id);
    if (round?.confirmedPlan === undefined) return undefined;
    return (await planDocuments(table).result(round, { id: round.confirmedPlan })).outcomes;
  },
});
