import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { directoryFileSchema } from '../../../shared/directory/open-data.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import type { Objects } from '../../../functions/platform/objects/objects.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { aPublisher, SYSTEM_ID } from '../../support/publisher.ts';

const other = aPractitioner({
  id: 'dpp2',
  name: 'Ben Other',
  email: 'ben@dpp.example',
  registrationNumber: '2',
});
const JSON_FILE = `${SYSTEM_ID}/open-data/directory.json`;
const PLAIN_CSV = `${SYSTEM_ID}/open-data/plain/directory.csv`;

const aSystem = async () => {
  let now = NOW;
  const table = memoryTable();
  const objects = memoryObjects();
  const store = practitionerRepository(table);
  for (const one of [aPractitioner(), other]) await table.commit([store.save({ ...one, version: 0 })]);
  const textAt = async (key: string): Promise<string> => {
    const found = await objects.get(key);
    if (typeof found !== 'object') return '';
    const isGzip = objects.about(key)?.contentEncoding === 'gzip';
    return Buffer.from(isGzip ? gunzipSync(found.body) : found.body).toString('utf8');
  };
  return {
    objects,
    textAt,
    names: async () =>
      directoryFileSchema
        .parse(JSON.parse(await textAt(JSON_FILE)))
        .practitioners.map(({ slug }) => slug.replace(/-dpp\d$/, '')),
    publisher: (own: Objects = objects) => aPublisher({ table, objects: own, now: () => now }),
    withdraw: async (id: string) => {
      const row = (await store.findPresent(id))!;
      await table.commit([store.save({ ...row, state: 'withdrawn', updatedAt: now })]);
    },
    later: (milliseconds: number) => (now = addMilliseconds(now, milliseconds)),
  };
};

describe('the open data that CloudFront serves', () => {
  it('are written compressed and plain, with the headers of the answer', async () => {
    const system = await aSystem();
    await system.publisher().rebuild();
    expect(system.objects.keys().filter((key) => key.includes('/open-data/'))).toEqual([
      `${SYSTEM_ID}/open-data/directory.csv`,
      JSON_FILE,
      PLAIN_CSV,
      `${SYSTEM_ID}/open-data/plain/directory.json`,
    ]);
    expect(system.objects.about(JSON_FILE)).toEqual({
      contentType: 'application/json; charset=utf-8',
      contentEncoding: 'gzip',
      cacheControl: 'public, max-age=0, s-maxage=30',
    });
    expect(system.objects.about(PLAIN_CSV)).toEqual({
      contentType: 'text/csv; charset=utf-8',
      contentDisposition: 'attachment; filename="dpp-directory.csv"',
      cacheControl: 'public, max-age=0, s-maxage=30',
    });
    expect(await system.textAt(PLAIN_CSV)).toContain('ben-other');
    expect(await system.names()).toEqual(['amara-example', 'ben-other']);
  });

  it('lose somebody who left as soon as the builder learns of it', async () => {
    const system = await aSystem();
    await system.publisher().rebuild();
    await system.withdraw('dpp2');
    await system.publisher().changed(['dpp2']);
    expect(await system.names()).toEqual(['amara-example']);
    expect(await system.textAt(PLAIN_CSV)).not.toContain('ben-other');
  });

  it('are brought up to date by the next run of the schedule if a builder dies before it wrote them', async () => {
    const system = await aSystem();
    await system.publisher().rebuild();
    await system.withdraw('dpp2');
    const dying: Objects = {
      ...system.objects,
      put: (key, body, options) =>
        key.includes('/open-data/')
          ? Promise.reject(new Error('died'))
          : system.objects.put(key, body, options),
    };
    await expect(system.publisher(dying).changed(['dpp2'])).rejects.toThrow('died');
    expect(await system.names()).toEqual(['amara-example', 'ben-other']);
    await system.publisher().tick();
    expect(await system.names()).toEqual(['amara-example']);
    expect(await system.textAt(PLAIN_CSV)).not.toContain('ben-other');
  });

  it.each([
    'plain/directory.json',
    'open-data/directory.json',
    'plain/directory.csv',
    'open-data/directory.csv',
  ])('are not overwritten by a slow builder of an older version that pauses before %s', async (pausedAt) => {
    const system = await aSystem();
    await system.publisher().rebuild();
    const fast = system.publisher();
    await fast.tick();
    let isPaused = false;
    const slow: Objects = {
      ...system.objects,
      put: async (key, body, options) => {
        if (key.endsWith(pausedAt) && !isPaused) {
          isPaused = true;
          await system.withdraw('dpp1');
          await fast.changed(['dpp1']);
        }
        return system.objects.put(key, body, options);
      },
    };
    await system.withdraw('dpp2');
    await system.publisher(slow).changed(['dpp2']);
    expect(isPaused).toBe(true);
    expect(await system.names()).toEqual([]);
    expect(await system.textAt(PLAIN_CSV)).not.toMatch(/ben-other|amara-example/);
  });
});
