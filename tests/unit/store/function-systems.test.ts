import { describe, expect, it } from 'vitest';
import { everySystem } from '../../../functions/store/every-system.ts';
import type { SystemSettings } from '../../../functions/store/function-system.ts';
import { functionSystemsOf } from '../../../functions/store/function-systems.ts';
import { systemsOfBatch } from '../../../functions/store/systems-of-batch.ts';
import { noMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const settingsOf = (id: string): SystemSettings => ({
  id,
  board: `BOARD-${id}`,
  boardName: `The board of ${id}`,
  name: `the ${id}`,
  neighbours: id === 'kent' ? { sussex: ['TN6'] } : {},
  siteUrl: `https://${id}.example`,
  teamEmail: `team@${id}.example`,
  replyTo: `team@${id}.example`,
  placeLeads: {},
  sharesWith: [],
  sharedNetworks: [],
  merged: [],
});

const aDeployment = (...ids: readonly string[]) => {
  const files = {
    settings: ids.map(settingsOf),
    data: new Map(ids.map((id) => [id, { ...kentAndMedway, id }])),
  };
  const systems = functionSystemsOf({
    files: {
      settings: () => Promise.resolve(files.settings),
      system: (id) => {
        const system = files.data.get(id);
        return system === undefined ? Promise.reject(new Error('no file')) : Promise.resolve(system);
      },
      map: (id) => Promise.resolve({ ...noMap, attribution: id }),
    },
    tableOf: () => memoryTable(),
  });
  return { systems, files };
};

describe('the systems of a deployment', () => {
  it('are found by id, and kept until their data or settings change', async () => {
    const { systems, files } = aDeployment('kent', 'sussex');
    const first = await systems.find('sussex');
    expect(first).toMatchObject({ system: { id: 'sussex' }, siteUrl: 'https://sussex.example' });
    expect((await first?.map())?.attribution).toBe('sussex');
    expect(await systems.find('sussex')).toBe(first);
    files.data.set('sussex', { ...kentAndMedway, id: 'sussex', name: 'New Sussex' });
    const second = await systems.find('sussex');
    expect(second).toMatchObject({ system: { name: 'New Sussex' }, table: first?.table });
    files.settings = [{ ...settingsOf('sussex'), teamEmail: 'new@sussex.example' }];
    expect(await systems.find('sussex')).toMatchObject({ teamEmail: 'new@sussex.example' });
    expect(await systems.find('kent')).toBeUndefined();
  });

  it('know the services of the other boards', async () => {
    const { systems } = aDeployment('kent', 'sussex');
    expect((await systems.find('kent'))?.system.neighbouringServices).toEqual([
      {
        id: 'sussex',
        board: 'BOARD-sussex',
        boardName: 'The board of sussex',
        name: 'the sussex',
        siteUrl: 'https://sussex.example',
        outcodes: ['TN6'],
      },
    ]);
    expect((await aDeployment('kent').systems.find('kent'))?.system.neighbouringServices).toEqual([]);
  });

  it('show the rows of systems merged into them, until these have been moved', async () => {
    const opened: (readonly string[])[] = [];
    const merged = [{ id: 'old' }, {}];
    const systems = functionSystemsOf({
      files: {
        settings: () => Promise.resolve([{ ...settingsOf('new'), merged }]),
        system: () => Promise.resolve({ ...kentAndMedway, id: 'new' }),
        map: () => Promise.resolve(noMap),
      },
      tableOf: (id, ids) => {
        opened.push([id, ...ids]);
        return memoryTable();
      },
    });
    await systems.find('new');
    expect(opened).toEqual([['new', 'old']]);
  });

  it('need no id if there is only one', async () => {
    expect(await aDeployment('kent').systems.find(undefined)).toMatchObject({ system: { id: 'kent' } });
    expect(await aDeployment('kent', 'sussex').systems.find(undefined)).toBeUndefined();
    expect(await aDeployment('kent').systems.find('sussex')).toBeUndefined();
  });

  it('are read again after a failed read', async () => {
    const { systems, files } = aDeployment('kent');
    files.data.clear();
    await expect(systems.find('kent')).rejects.toThrow('no file');
    files.data.set('kent', { ...kentAndMedway, id: 'kent' });
    expect(await systems.find('kent')).toMatchObject({ system: { id: 'kent' } });
  });
});

describe('a scheduled task', () => {
  it('runs for every system in turn, also after a failure, and then fails', async () => {
    const { systems } = aDeployment('essex', 'kent', 'sussex');
    const ran: string[] = [];
    const failed: unknown[] = [];
    const run = everySystem(
      { systems, log: { surprise: (_code, _error, facts) => failed.push(facts?.system) } },
      ({ system }) =>
        () => {
          ran.push(system.id);
          return system.id === 'kent' ? Promise.reject(new Error('broken')) : Promise.resolve();
        },
    );
    await expect(run()).rejects.toThrow('failed for some systems');
    expect(ran).toEqual(['essex', 'kent', 'sussex']);
    expect(failed).toEqual(['kent']);
  });
});

describe('a batch of records', () => {
  it('gives each system its own records and leaves out those of an unknown system', async () => {
    const { systems } = aDeployment('kent', 'sussex');
    const given: unknown[] = [];
    const lost: unknown[] = [];
    const run = systemsOfBatch(
      {
        systems,
        log: { event: (code, facts) => lost.push([code, facts]) },
        systemIdOf: (record) => String(record).split(' ')[0],
      },
      ({ system }) =>
        (event) => {
          given.push([system.id, event]);
          return Promise.resolve({ batchItemFailures: [{ itemIdentifier: system.id }] });
        },
    );
    const answer = await run({ Records: ['sussex 1', 'kent 1', 'essex 1', 'sussex 2'] });
    expect(given).toEqual([
      ['sussex', { Records: ['sussex 1', 'sussex 2'] }],
      ['kent', { Records: ['kent 1'] }],
    ]);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'sussex' }, { itemIdentifier: 'kent' }]);
    expect(lost).toEqual([['system-unknown', { count: 1, system: 'essex' }]]);
  });
});
