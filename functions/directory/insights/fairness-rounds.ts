import type { Round } from '../../../shared/rounds/round.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { FairnessCase } from '../../../shared/insights/fairness.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** A round as anybody may see it: the seed only once it is revealed. */
export interface PublicRound extends Pick<
  Round,
  'id' | 'name' | 'startsFrom' | 'startsTo' | 'place' | 'seedHash'
> {
  readonly seed: string | undefined;
  /** When its offers were made; absent while it gathers and is planned. */
  readonly confirmedOn: string | undefined;
}

export interface FairnessRounds {
  /** Newest first, without those that were given up before they made offers. */
  readonly all: () => Promise<readonly PublicRound[]>;
  /** What a confirmed round came to for each learner; undefined once its parts are let go. */
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

/** The rounds of which fairness is reported: one query for all, two for what one came to. */
export const fairnessRounds = (table: Table): FairnessRounds => ({
  all: async () =>
    (await roundRepository(table).all()).filter(({ state }) => state !== 'abandoned').map(publicRound),
  cases: async (id) => {
    // By the list, as everything here: the function that publishes may read lists and partitions only.
    const round = (await roundRepository(table).all()).find((one) => one.id === id);
    if (round?.confirmedPlan === undefined) return undefined;
    return (await planDocuments(table).result(round, { id: round.confirmedPlan })).outcomes;
  },
});
