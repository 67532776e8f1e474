import { addressHash } from '../../../functions/platform/hash.ts';
import { rowsFoundUnder } from '../../../functions/store/rows-found-under.ts';
import { describe, expect, it } from 'vitest';
import { migrateRows } from '../../../infra/ops/migrate-rows.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import type { Change, Row } from '../../../functions/store/table/table.ts';
import { claim, takenBy } from '../../../functions/store/unique-claims.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const SYSTEM = 'kent-and-medway';
const dpp = aPractitioner({ id: 'dpp1', version: 0 });
const stop: Change = {
  do: 'put',
  row: { ...keys.suppression('hash'), kind: 'suppression' },
  when: { is: 'absent' },
};

/** A table as versions without systems wrote it. */
const aTableWithoutSystems = async () => {
  const table = memoryTable();
  await table.commit([
    practitionerRepository(table).save(dpp),
    requestRepository(table).save(aRequest({ id: 'req1', version: 0 })),
    ...claim(table, dpp),
    stop,
    { do: 'count', key: keys.counter('confirmations#x'), by: 2, atMost: 9, sweepAt: 1_800_000_000 },
  ]);
  const stored = {
    table,
    pages: async function* pages() {
      for (const row of table.rows()) yield await Promise.resolve([row]);
    },
  };
  return { table, stored, own: systemTable(table, SYSTEM) };
};
const sorted = (rows: readonly Row[]) =>
  rows
    .filter(({ kind }) => kind !== 'index')
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .sort();

describe('the migration to keys by system', () => {
  it('files records of older versions, so that an access finds them', async () => {
    const { stored, own } = await aTableWithoutSystems();
    await migrateRows(stored, { systemId: SYSTEM });
    const found = await rowsFoundUnder(own, [keys.find(addressHash(dpp.email))]);
    expect(found.map(({ pk }) => pk)).toEqual(['PRACTITIONER#dpp1']);
  });

  it('gives every row its system, and the system reads them all', async () => {
    const { table, stored, own } = await aTableWithoutSystems();
    expect(await migrateRows(stored, { systemId: SYSTEM })).toEqual({
      moved: 3,
      named: 2,
      left: 1,
      filed: 2,
      notMoved: 0,
    });
    expect((await practitionerRepository(own).inState('listed')).map(({ id }) => id)).toEqual(['dpp1']);
    expect((await requestRepository(own).find('req1'))?.id).toBe('req1');
    expect(await takenBy(own, dpp)).toMatchObject({ email: { id: 'dpp1' }, registration: { id: 'dpp1' } });
    expect(await takenBy(systemTable(table, 'sussex'), dpp)).toMatchObject({
      registration: { id: 'dpp1', elsewhere: SYSTEM },
    });
    expect(table.rows().filter(({ pk }) => /^(?:PRACTITIONER|REQUEST|COUNTER)/u.test(pk))).toEqual([]);
    expect(await own.get([keys.counter('confirmations#x')])).toMatchObject([{ count: 2 }]);
  });

  it('changes nothing the second time', async () => {
    const { table, stored } = await aTableWithoutSystems();
    await migrateRows(stored, { systemId: SYSTEM });
    const before = table.rows();
    expect(await migrateRows(stored, { systemId: SYSTEM })).toEqual({
      moved: 0,
      named: 0,
      left: before.length,
      filed: 0,
      notMoved: 0,
    });
    expect(table.rows()).toEqual(before);
  });

  it('only counts if asked to', async () => {
    const { table, stored } = await aTableWithoutSystems();
    const before = table.rows();
    const asked = { systemId: SYSTEM, dryRun: true };
    expect(await migrateRows(stored, asked)).toMatchObject({ moved: 3, named: 2 });
    expect(table.rows()).toEqual(before);
  });

  it('ends alike if it is stopped after any row and run again', async () => {
    const whole = await aTableWithoutSystems();
    await migrateRows(whole.stored, { systemId: SYSTEM });
    for (let stopAfter = 0; stopAfter < 6; stopAfter += 1) {
      const { table, stored } = await aTableWithoutSystems();
      let commits = 0;
      const dying = {
        ...table,
        commit: (changes: readonly Change[]) => {
          if (commits === stopAfter) return Promise.reject(new Error('stopped'));
          commits += 1;
          return table.commit(changes);
        },
      };
      await migrateRows({ ...stored, table: dying }, { systemId: SYSTEM }).catch(() => undefined);
      expect(sorted(table.rows())).toHaveLength(6);
      await migrateRows(stored, { systemId: SYSTEM });
      expect(sorted(table.rows())).toEqual(sorted(whole.table.rows()));
    }
  });

  it('leaves a row alone that changes meanwhile, and a row whose new key is taken', async () => {
    const { table, stored, own } = await aTableWithoutSystems();
    await own.commit([requestRepository(own).save(aRequest({ id: 'req1', version: 0 }))]);
    const changing = {
      ...table,
      commit: async (changes: readonly Change[]) => {
        await table.commit([practitionerRepository(table).save({ ...dpp, version: 1, name: 'New Name' })]);
        return table.commit(changes);
      },
    };
    expect(await migrateRows({ ...stored, table: changing }, { systemId: SYSTEM })).toMatchObject({
      notMoved: 2,
    });
    expect((await practitionerRepository(table).findPresent('dpp1'))?.name).toBe('New Name');
    expect(await practitionerRepository(own).find('dpp1')).toBeUndefined();
    await migrateRows(stored, { systemId: SYSTEM });
    expect((await practitionerRepository(own).findPresent('dpp1'))?.name).toBe('New Name');
  });
});
