import { supplyOfRows } from '../../functions/matching/seats/matching-supply.ts';
import { nounChanges } from '../../functions/store/noun-changes.ts';
import { readNouns } from '../../functions/store/read-nouns.ts';
import { logTo } from '../../functions/platform/log.ts';
import { linkRepository } from '../../functions/store/repositories/link-repository.ts';
import type { Email } from '../../shared/notifications/email.ts';
import { emailSchema } from '../../shared/notifications/email.ts';
import type { Match } from '../../shared/matches/match.ts';
import type { Offer } from '../../shared/offers/offer.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { offerSchema } from '../../shared/offers/offer.ts';
import { matchSchema } from '../../shared/matches/match.ts';
import { policy } from '../../shared/matching/policy.ts';
import { NOW } from './builders.ts';
import { memoryTable } from './memory-table/memory-table.ts';
import { noContext } from './no-context.ts';
import { kentAndMedway } from './kent-and-medway.ts';

interface Stored {
  readonly requests?: readonly SupervisionRequest[];
  readonly practitioners?: readonly Practitioner[];
  readonly offers?: readonly Offer[];
  readonly matches?: readonly Match[];
}

const unstored = <Noun extends { readonly version: number }>(nouns: readonly Noun[] = []): readonly Noun[] =>
  nouns.map((noun) => ({ ...noun, version: 0 }));

/**
 * Creates the dependencies of the matching use cases: a table in memory that contains the given records, a clock that
 * tests set, and ids that are counted up.
 */
export const scene = async (stored: Stored = {}) => {
  let now: string = NOW;
  let ids = 0;
  const table = memoryTable();
  const calls = { get: 0, query: 0, commit: 0 };
  const counted: typeof table = {
    ...table,
    get: (keys) => ((calls.get += 1), table.get(keys)),
    query: (query) => ((calls.query += 1), table.query(query)),
    commit: (changes, key) => ((calls.commit += 1), table.commit(changes, key)),
  };
  for (const change of nounChanges(table, {
    requests: unstored(stored.requests),
    practitioners: unstored(stored.practitioners),
    offers: unstored(stored.offers),
    matches: unstored(stored.matches),
  }))
    await table.commit([change]);
  const chance = { id: () => `id${String((ids += 1)).padStart(4, '0')}` };
  const rowsOf = (kind: string) => table.rows().filter((row) => row['kind'] === kind);
  return {
    deps: {
      system: kentAndMedway,
      table: counted,
      policy,
      chance,
      clock: { now: () => now },
      log: logTo({ info: () => undefined, error: () => undefined }),
      memory: () => Promise.resolve(noContext),
      supply: supplyOfRows({
        table: counted,
        clock: { now: () => now },
        memory: () => Promise.resolve(noContext),
      }),
      links: linkRepository(counted),
      renew: () => Promise.resolve(),
    },
    table,
    calls,
    at: (moment: string) => {
      now = moment;
    },
    now: () => now,
    request: async (id = 'req1') => (await readNouns(table, { requests: [id] })).requests.get(id)!,
    practitioner: async (id = 'dpp1') =>
      (await readNouns(table, { practitioners: [id] })).practitioners.get(id)!,
    offer: async (id = 'offer1') => (await readNouns(table, { offers: [id] })).offers.get(id)!,
    match: async (id = 'match1') => (await readNouns(table, { matches: [id] })).matches.get(id)!,
    offers: (): readonly Offer[] => rowsOf('offer').map((row) => offerSchema.parse(row['noun'])),
    matches: (): readonly Match[] => rowsOf('match').map((row) => matchSchema.parse(row['noun'])),
    emails: (): readonly Email[] => rowsOf('email').map((row) => emailSchema.parse(row['noun'])),
    emailNames: (): readonly string[] =>
      rowsOf('email')
        .map((row) => emailSchema.parse(row['noun']).name)
        .toSorted(),
  };
};
