import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { matchingContextSchema } from '../../../functions/directory/publish/supply-state.ts';
import type { Objects } from '../../../functions/platform/objects/objects.ts';
import { publishedFiles } from '../../../functions/store/published-files.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { datedTable } from '../../../functions/store/table/dated-table.ts';
import type { QueryArguments } from '../../../functions/store/table/table.ts';
import { directoryFrom } from '../../../shared/directory/directory.ts';
import { noFilters } from '../../../shared/directory/filters.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import { supplyFrom } from '../../../shared/matching/index/supply-pool.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aPractitioner, NOW, TODAY } from '../builders.ts';
import { kentAndMedway } from '../kent-and-medway.ts';
import { memoryObjects } from '../memory-objects.ts';
import { memoryTable } from '../memory-table/memory-table.ts';
import { aPublisher, SYSTEM_ID } from '../publisher.ts';

/** Creates a system with its builder of files, and shows what the files say. */
export const systemWithFiles = async (people: readonly Practitioner[] = [aPractitioner()]) => {
  let now = NOW;
  const memory = memoryTable();
  const clock = { now: () => now };
  const asked: QueryArguments['from'][] = [];
  const table = datedTable(
    { ...memory, query: (query) => (asked.push(query.from), memory.query(query)) },
    clock,
  );
  const objects = memoryObjects();
  const store = practitionerRepository(table);
  const save = async (practitioner: Parameters<typeof store.save>[0]) => {
    const result = await table.commit([store.save(practitioner)]);
    if (!result.committed) throw new Error('the practitioner was not stored');
  };
  for (const one of people) await save({ ...one, version: 0 });
  const files = () => publishedFiles({ objects, systemId: SYSTEM_ID, clock });
  return {
    table,
    memory,
    /** The table and indexes that were queried since the last call. */
    asked: () => asked.splice(0),
    objects,
    save,
    /** Stores a practitioner as a version before 0.4.0 did. */
    saveUndated: (practitioner: Parameters<typeof store.save>[0]) =>
      memory.commit([store.save(practitioner)]),
    row: async (id = 'dpp1') => (await store.findPresent(id))!,
    publisher: (own: Objects = objects) => aPublisher({ table, objects: own, now: () => now }),
    now: () => now,
    later: (milliseconds: number) => (now = addMilliseconds(now, milliseconds)),
    files,
    shown: () =>
      files()(async ({ part, manifest }) => {
        const directory = directoryFrom({ columns: await part('directory') }, TODAY, kentAndMedway);
        const supply = supplyFrom(await part('supply'));
        return {
          manifest,
          names: searchDirectory(directory, noFilters)
            .found.slice()
            .map(({ listing }) => listing.name),
          versions: Object.fromEntries(supply.ids().map((id, row) => [id, supply.versions[row]])),
        };
      }),
    /** The balances and prices in the files. */
    context: async () => {
      const facts = await files()(async ({ part }) => supplyFrom(await part('supply')).facts);
      return z.object({ context: matchingContextSchema }).parse(facts).context;
    },
    everything: async () => {
      const texts = await Promise.all(
        objects.keys().map(async (key) => {
          const found = await objects.get(key);
          const body = typeof found === 'object' ? found.body : new Uint8Array();
          return new TextDecoder().decode(body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body);
        }),
      );
      return texts.join('\n');
    },
  };
};

export const second = aPractitioner({
  id: 'dpp2',
  name: 'Ben Other',
  email: 'ben@dpp.example',
  registrationNumber: '2',
});
