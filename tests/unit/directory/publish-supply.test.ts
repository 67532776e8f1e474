import { describe, expect, it } from 'vitest';
import { publishFromQueue } from '../../../functions/directory/publish/publish-from-queue.ts';
import type { Objects } from '../../../functions/platform/objects/objects.ts';
import { publishedFiles } from '../../../functions/store/published-files.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import { supplyFrom } from '../../../shared/matching/index/supply-pool.ts';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { aPractitioner, NOW, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { aPublisher, SYSTEM_ID } from '../../support/publisher.ts';
import { second, systemWithFiles } from '../../support/directory/system-with-files.ts';

/** The manifest, the five files that it names, and two files of open data, each compressed and plain. */
const OBJECTS = 10;

describe('the builder of a system’s files', () => {
  it('publishes everybody who is listed', async () => {
    const system = await systemWithFiles([
      aPractitioner(),
      second,
      aPractitioner({ id: 'dpp3', state: 'paused' }),
    ]);
    expect(await system.shown()).toBeUndefined();
    expect(await system.publisher().rebuild()).toEqual({ late: 0 });
    const shown = await system.shown();
    expect(shown?.names).toEqual(['Amara Example', 'Ben Other']);
    expect(shown?.versions).toEqual({ dpp1: 1, dpp2: 1 });
    expect(shown?.manifest).toMatchObject({ day: TODAY, people: 2, builtAt: NOW });
    expect(shown!.manifest.completeTo < NOW).toBe(true);
  });

  it('brings the practitioners who changed up to date, and reads only their rows', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    await system.save({ ...(await system.row('dpp2')), name: 'Ben Renamed' });
    await system.publisher().changed(['dpp2', 'unknown']);
    expect((await system.shown())?.names).toEqual(['Amara Example', 'Ben Renamed']);
    expect((await system.shown())?.versions).toEqual({ dpp1: 1, dpp2: 2 });
  });

  it('leaves no trace of somebody who was erased, in any object', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    const publisher = system.publisher();
    await publisher.rebuild();
    expect(await system.everything()).toContain('Amara');
    await system.save(erasedPractitioner(await system.row(), NOW));
    await publisher.changed(['dpp1']);
    expect(await system.everything()).not.toMatch(/amara|dpp1/iu);
    expect(await system.everything()).toContain('Ben Other');
    expect(system.objects.keys()).toHaveLength(OBJECTS);
  });

  it('forgets the price of somebody who left, also when all rows are compared', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    const memory = () => Promise.resolve({ ...noContext, prices: { dpp1: 30, dpp2: 20 } });
    const publisher = aPublisher({ table: system.table, objects: system.objects, now: () => NOW, memory });
    await publisher.rebuild();
    expect(await system.everything()).toContain('dpp1');
    await system.save({ ...(await system.row()), state: 'paused' });
    await publisher.changed(['dpp1']);
    expect(await system.everything()).not.toContain('dpp1');
    await publisher.rebuild();
    expect(await system.everything()).not.toContain('dpp1');
    expect(await system.everything()).toContain('dpp2');
  });

  it('writes nothing when nothing has changed', async () => {
    const system = await systemWithFiles();
    await system.publisher().rebuild();
    const before = system.objects.keys();
    await system.publisher().changed(['dpp1']);
    expect(system.objects.keys()).toEqual(before);
    system.later(5_000);
    await system.publisher().rebuild();
    expect(system.objects.keys()).toEqual(before);
  });

  it('says that the files are complete to the time at which it began to read all rows', async () => {
    const system = await systemWithFiles();
    await system.publisher().rebuild();
    const first = (await system.shown())!.manifest.completeTo;
    system.later(120_000);
    await system.save({ ...(await system.row()), name: 'Amara Changed' });
    await system.publisher().changed(['dpp1']);
    expect((await system.shown())!.manifest.completeTo).toBe(first);
    await system.publisher().rebuild();
    expect((await system.shown())!.manifest.completeTo).toBe(addMilliseconds(first, 120_000));
  });

  it('computes availability again on a new day', async () => {
    const system = await systemWithFiles();
    await system.publisher().rebuild();
    system.later(86_400_000);
    await system.publisher().changed([]);
    expect((await system.shown())?.manifest.day).toBe('2026-11-22');
  });

  it('reads balances and prices again when an exchange or a round has changed', async () => {
    const system = await systemWithFiles([aPractitioner()]);
    let prices: Record<string, number> = {};
    const publisher = aPublisher({
      table: system.table,
      objects: system.objects,
      now: system.now,
      memory: () => Promise.resolve({ ...noContext, prices }),
    });
    await publisher.rebuild();
    prices = { dpp1: 30 };
    await publisher.changed(['dpp1']);
    expect((await system.context()).prices).toEqual({});
    await publisher.changed([], true);
    expect((await system.context()).prices).toEqual({ dpp1: 30 });
  });

  it('does not trust a list that lags behind the files', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    const old = await system.table.query({ from: 'by-list', partition: 'PRACTITIONER#listed' });
    await system.save({ ...(await system.row()), state: 'withdrawn' });
    await system.publisher().changed(['dpp1']);
    const lagging = { ...system.table, query: () => Promise.resolve(old) };
    await aPublisher({ table: lagging, objects: system.objects, now: () => NOW }).rebuild();
    expect((await system.shown())?.names).toEqual(['Ben Other']);
  });

  it('does the work again if another builder was first', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    await system.save({ ...(await system.row()), name: 'Amara Changed' });
    await system.save({ ...(await system.row('dpp2')), name: 'Ben Changed' });
    const [one, other] = [system.publisher(), system.publisher()];
    await Promise.all([one.changed(['dpp1']), other.changed(['dpp2'])]);
    expect((await system.shown())?.names).toEqual(['Amara Changed', 'Ben Changed']);
    expect(system.objects.keys()).toHaveLength(OBJECTS);
  });

  it('builds everything anew if a file of the current version is missing', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    for (const key of system.objects.keys()) if (key.endsWith('-supply')) await system.objects.remove(key);
    await system.publisher().changed(['dpp1']);
    expect((await system.shown())?.names).toEqual(['Amara Example', 'Ben Other']);
    expect(system.objects.keys()).toHaveLength(OBJECTS);
  });

  it('sets an unreadable row aside and publishes all others', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    await system.save({ ...(await system.row()), name: 'Amara Changed' });
    const asides: string[] = [];
    const spoilt = {
      ...system.table,
      get: async (...wanted: Parameters<typeof system.table.get>) =>
        (await system.table.get(...wanted)).map((row) => ({ ...row, noun: 'spoilt' })),
      setAside: (row: { readonly pk: string }) => asides.push(row.pk),
    };
    await aPublisher({ table: spoilt, objects: system.objects, now: () => NOW }).changed(['dpp1']);
    expect((await system.shown())?.names).toEqual(['Ben Other']);
    expect(asides).toEqual(['PRACTITIONER#dpp1']);
  });
});

/** A bucket whose nth call fails, before or after it did its work. */
const failing = (objects: Objects, call: number, when: 'before' | 'after'): Objects => {
  let calls = 0;
  const maybe = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    calls += 1;
    if (calls > call) throw new Error('crashed');
    if (calls === call && when === 'before') throw new Error('crashed');
    const value = await work();
    if (calls === call) throw new Error('crashed');
    return value;
  };
  return {
    get: (...args) => maybe(() => objects.get(...args)),
    put: (...args) => maybe(() => objects.put(...args)),
    list: (...args) => maybe(() => objects.list(...args)),
    remove: (...args) => maybe(() => objects.remove(...args)),
  };
};

describe.each(['before', 'after'] as const)('a builder that crashes %s a call', (when) => {
  it.each(Array.from({ length: 16 }, (_, index) => index + 1))(
    'leaves a version that can be read, and the next one removes what is left (call %i)',
    async (call) => {
      const system = await systemWithFiles([aPractitioner(), second]);
      await system.publisher().rebuild();
      await system.save(erasedPractitioner(await system.row(), NOW));
      const attempt = system.publisher(failing(system.objects, call, when)).changed(['dpp1']);
      const hasCrashed = await attempt.then(
        () => false,
        () => true,
      );
      const { names } = (await system.shown())!;
      expect([['Ben Other'], ['Amara Example', 'Ben Other']]).toContainEqual(names);
      if (!hasCrashed) expect(names).toEqual(['Ben Other']);
      // The queue delivers the message again; files that a crash left behind are removed within half a minute.
      await system.publisher().changed(['dpp1']);
      expect((await system.shown())?.names).toEqual(['Ben Other']);
      system.later(25_000);
      await system.publisher().tick();
      expect(await system.everything()).not.toMatch(/amara|dpp1/iu);
      expect(system.objects.keys()).toHaveLength(OBJECTS);
    },
  );
});

describe('a batch of the queue', () => {
  const message = (kind: string, id?: string) => ({
    messageId: `m-${kind}-${id ?? ''}`,
    body: JSON.stringify({ system: SYSTEM_ID, kind, id, position: '1', changedAt: NOW }),
  });
  const log = { event: () => undefined };

  it('brings each practitioner up to date once, and leaves other rows to the next complete build', async () => {
    const asked: [readonly string[], boolean | undefined][] = [];
    const changed = (ids: readonly string[], context?: boolean) => (
      asked.push([ids, context]),
      Promise.resolve()
    );
    const Records = [
      message('practitioner', 'dpp1'),
      message('request', 'req1'),
      message('practitioner', 'dpp2'),
      message('practitioner', 'dpp1'),
      message('practitioner'),
    ];
    const read = publishFromQueue({ changed }, log);
    expect(await read({ Records })).toEqual({ batchItemFailures: [] });
    expect(asked).toEqual([[['dpp1', 'dpp2'], false]]);
    expect(await read({ Records: [{ messageId: 'bad', body: '{' }] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'bad' }],
    });
    expect(asked).toHaveLength(1);
    await read({ Records: [message('ledger'), message('round', 'r1')] });
    expect(asked[1]).toEqual([[], true]);
  });
});

describe('a reader of the files', () => {
  it('asks once in a few seconds whether there is a newer version, and reads each file once', async () => {
    const system = await systemWithFiles();
    await system.publisher().rebuild();
    let gets = 0;
    const objects = {
      get: (...args: Parameters<Objects['get']>) => ((gets += 1), system.objects.get(...args)),
    };
    let now = NOW;
    const files = publishedFiles({ objects, systemId: SYSTEM_ID, clock: { now: () => now } });
    const use = () => files(({ part }) => part('directory'));
    await use();
    await use();
    expect(gets).toBe(2);
    now = addMilliseconds(now, 4_000);
    await use();
    expect(gets).toBe(3);
  });

  it('begins again with the next version when its files were removed meanwhile', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    const files = system.files();
    const versions: (readonly string[])[] = [];
    await files(async ({ part }) => {
      versions.push(supplyFrom(await part('supply')).ids());
      if (versions.length === 1) {
        await system.save({ ...(await system.row()), state: 'paused' });
        await system.publisher().changed(['dpp1']);
      }
      return part('directory');
    });
    expect(versions).toEqual([['dpp1', 'dpp2'], ['dpp2']]);
  });

  it('reads nothing where nothing was published', async () => {
    const system = await systemWithFiles();
    expect(await system.files()(() => Promise.reject<string>(new Error('not asked for')))).toBeUndefined();
  });

  it('carries balances and prices to matching', async () => {
    const { table, objects, files } = await systemWithFiles([aPractitioner(), second]);
    const context = { ...noContext, balances: { 'a>b': 2 }, prices: { dpp1: 30 } };
    await aPublisher({ table, objects, now: () => NOW, memory: () => Promise.resolve(context) }).rebuild();
    const facts = await files()(async ({ part }) => supplyFrom(await part('supply')).facts);
    expect(facts).toMatchObject({ context: { balances: { 'a>b': 2 }, prices: { dpp1: 30 } } });
  });
});
