import * as z from 'zod';
import type { Instant } from '../../../shared/kernel/time.ts';
import { type CandidatePool, scannedPool } from '../../../shared/matching/candidate-pool.ts';
import { type Supply, supplyFrom } from '../../../shared/matching/index/supply-pool.ts';
import { contextWithoutHistory, type JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import type { RequirementQuery } from '../../../shared/matching/requirements/unmet-requirements.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PublishedFiles, PublishedVersion } from '../../store/published-files.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Table } from '../../store/table/table.ts';

/** The practitioners among whom one run of matching looks. They may have changed since: only their rows decide. */
export interface MatchingSupply {
  readonly pool: CandidatePool;
  /** Finds everybody who might miss no requirement of a seat or only one. */
  readonly nearly: (query: RequirementQuery) => readonly Practitioner[];
  readonly context: JudgeContext;
  /** Every change committed before this time is known. Nobody is told before that there is no DPP left. */
  readonly completeTo: Instant;
}

interface RowDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly memory: () => Promise<JudgeContext>;
}

/** Takes out what tells who a practitioner is: as with the published file, it is judged when the row is read. */
const withoutIdentity = (practitioner: Practitioner): Practitioner => ({
  ...practitioner,
  name: '',
  email: '',
  registrationNumber: '',
});

/** Reads the supply from all listed rows: for a small system without files, and for tests. */
export const supplyOfRows =
  ({ table, clock, memory }: RowDeps) =>
  async (): Promise<MatchingSupply> => {
    const completeTo = clock.now();
    const [context, all] = await Promise.all([memory(), practitionerRepository(table).inState('listed')]);
    // Leaves out the copies of neighbours' DPPs: a place is lent for one learner, and offered when it is lent.
    const listed = all.filter(({ guest }) => guest === undefined);
    return {
      pool: scannedPool(listed.map(withoutIdentity)),
      nearly: () => listed,
      context,
      completeTo,
    };
  };

interface Deps extends RowDeps {
  readonly system: ServiceSystem;
  readonly files: PublishedFiles;
}

const factsSchema = z.object({
  context: z.object({
    balances: z.record(z.string(), z.number()),
    prices: z.record(z.string(), z.number()),
  }),
});

/** Reads the supply from the file that the builder published; from the rows while there is none. */
export const publishedSupply = ({ system, files, ...rows }: Deps) => {
  const fromRows = supplyOfRows(rows);
  let kept: { readonly version: PublishedVersion; readonly supply: Supply } | undefined;
  return async (): Promise<MatchingSupply> => {
    const found = await files(async (version) => {
      const supply = kept?.version === version ? kept.supply : supplyFrom(await version.part('supply'));
      kept = { version, supply };
      return { supply, completeTo: version.manifest.completeTo };
    });
    if (found === undefined) return fromRows();
    const { supply, completeTo } = found;
    return {
      pool: supply.pool(),
      nearly: supply.nearly,
      context: { ...contextWithoutHistory(system), ...factsSchema.parse(supply.facts).context },
      completeTo,
    };
  };
};
