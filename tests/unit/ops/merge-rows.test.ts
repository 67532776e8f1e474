import { describe, expect, it } from 'vitest';
import { mergeRows, openLoansOf } from '../../../infra/ops/merge-rows.ts';
import { missingGeography } from '../../../infra/ops/missing-geography.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { organisationRepository } from '../../../functions/store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { takenBy } from '../../../functions/store/unique-claims.ts';
import { systemOfKey } from '../../../functions/store/table/keys.ts';
import { mergedTable } from '../../../functions/store/table/merged-table.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import type { Row, Table } from '../../../functions/store/table/table.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { fillTwoSystems, FROM, idsOf, INTO, tokenOf } from '../../support/two-filled-systems.ts';
import { twoNeighbours } from '../../support/two-neighbours.ts';

const COUNT = 40;

const twoSystems = async () => {
  const stored = memoryTable();
  await fillTwoSystems(stored, COUNT);
  const pages = async function* (): AsyncGenerator<readonly Row[]> {
    await Promise.resolve();
    const all = stored.rows();
    for (let start = 0; start < all.length; start += 30) yield all.slice(start, start + 30);
  };
  const merge = (table: Table = stored) => mergeRows({ table, pages }, { from: FROM, into: INTO });
  const service = systemTable(mergedTable(stored, INTO, [FROM]), INTO);
  return { stored, merge, service };
};

const everybody = [...idsOf(FROM, COUNT), ...idsOf(INTO, COUNT)];

const expectWhole = async (service: Table): Promise<void> => {
  const listed = await practitionerRepository(service).inState('listed');
  expect(listed.map(({ id }) => id).sort()).toEqual([...everybody].sort());
  for (const id of everybody)
    expect(await linkRepository(service).find(tokenOf(id), NOW)).toMatchObject({
      expired: false,
      link: { practitionerId: id },
    });
};

describe('two systems that become one', () => {
  it('have every row once, in the remaining system, with the links of both', async () => {
    const { stored, merge, service } = await twoSystems();
    await expectWhole(service);
    const merged = await merge();
    expect(merged).toMatchObject({ joined: 1, named: 2 * COUNT, notMoved: 0 });
    expect(stored.rows().filter(({ pk }) => systemOfKey(pk) === FROM)).toEqual([]);
    await expectWhole(systemTable(stored, INTO));
    expect(await merge()).toEqual({ moved: 0, joined: 0, named: 0, notMoved: 0 });
  });

  it('keep the claims of both, so that nobody registers a second time', async () => {
    const { stored, merge } = await twoSystems();
    await merge();
    const known = await practitionerRepository(systemTable(stored, INTO)).findPresent(`${FROM}0`);
    expect(known && (await takenBy(systemTable(stored, INTO), known))).toMatchObject({
      email: { id: `${FROM}0` },
      registration: { id: `${FROM}0` },
    });
  });

  it('have one organisation for one that both knew, with the lead that only one of them knew', async () => {
    const { stored, merge } = await twoSystems();
    await merge();
    expect(await organisationRepository(systemTable(stored, INTO)).all()).toMatchObject([
      { id: 'known-to-both', leadEmail: 'lee@org.example' },
    ]);
  });

  it('lose no change that is made while the rows are moved', async () => {
    const { stored, merge, service } = await twoSystems();
    const practitioners = practitionerRepository(service);
    const before = await practitioners.findPresent(`${FROM}3`);
    if (before === undefined) throw new Error('not there');
    await service.commit([practitioners.save({ ...before, name: 'Changed' }, ['listed'])]);
    await merge();
    expect(await practitionerRepository(systemTable(stored, INTO)).findPresent(`${FROM}3`)).toMatchObject({
      name: 'Changed',
    });
    await expectWhole(systemTable(stored, INTO));
  });

  it('are one after a stop at any write, and one to their users meanwhile', async () => {
    const { stored, merge, service } = await twoSystems();
    for (const stop of [1, 2, 3, 5, 8, 13, 21]) {
      let writes = 0;
      const stopped = merge({
        ...stored,
        commit: (changes, key) => {
          writes += 1;
          return writes === stop ? Promise.reject(new Error('stopped')) : stored.commit(changes, key);
        },
      });
      await expect(stopped).rejects.toThrow('stopped');
      await expectWhole(service);
    }
    await merge();
    await expectWhole(systemTable(stored, INTO));
  });
});

describe('a merger is refused', () => {
  it('while a place is lent to or from the system', async () => {
    const between = await twoNeighbours();
    const pages = async function* (): AsyncGenerator<readonly Row[]> {
      await Promise.resolve();
      yield between.memory.rows();
    };
    expect(await openLoansOf({ pages }, 'sussex')).toBe(0);
    await between.share();
    expect(await openLoansOf({ pages }, 'sussex')).toBe(1);
  });

  it('while the remaining system lacks a place, a district or an outcode of the other', () => {
    const system = {
      places: [{ id: 'north', name: 'North', neighbours: [] }],
      districts: [{ ons: 'E1', name: 'One', places: ['north'] }],
      outcodes: [{ outcode: 'ZZ1', town: 'Town', place: 'north' }],
    };
    const empty = { places: [], districts: [], outcodes: [] };
    expect(missingGeography(system, empty)).toEqual(['place north', 'district E1', 'outcode ZZ1']);
    expect(missingGeography(system, system)).toEqual([]);
  });
});
