import fc from 'fast-check';
import { emailClasses } from '../../../shared/notifications/email.ts';
import { describe, expect, it } from 'vitest';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { lists, partsOfList } from '../../../functions/store/table/keys.ts';
import { spreadTable } from '../../../functions/store/table/spread-table.ts';
import type { QueryArguments, Row } from '../../../functions/store/table/table.ts';
import { aPractitioner } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { tableContract } from '../../support/table-contract.ts';

tableContract('memory with spread lists', () => spreadTable(memoryTable(), () => 3));

const rowOf = (sort: number): Row => ({
  pk: `ROW#${sort}`,
  sk: 'ROW',
  listPk: 'LIST',
  listSk: `2026-11-21#${String(sort).padStart(4, '0')}`,
});

const filled = async (sorts: readonly number[]) => {
  const memory = memoryTable();
  const spread = spreadTable(memory, (list) => (list === 'LIST' ? 4 : 1));
  const plain = memoryTable();
  for (const sort of sorts)
    for (const table of [spread, plain])
      await table.commit([{ do: 'put', row: rowOf(sort), when: { is: 'anything' } }]);
  return { memory, spread, plain };
};

describe('a spread list', () => {
  it('is read as if it were whole: in order, between bounds, in pages and backwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(300), { maxLength: 60 }),
        fc.option(fc.nat(300), { nil: undefined }),
        fc.option(fc.nat(300), { nil: undefined }),
        fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        fc.boolean(),
        async (sorts, low, high, limit, newestFirst) => {
          const { spread, plain } = await filled(sorts);
          const asked: QueryArguments = {
            from: 'by-list',
            partition: 'LIST',
            newestFirst,
            ...(low === undefined ? {} : { atLeast: rowOf(low).listSk ?? '' }),
            ...(high === undefined ? {} : { atMost: rowOf(high).listSk ?? '' }),
            ...(limit === undefined ? {} : { limit }),
          };
          expect(await spread.query(asked)).toEqual(await plain.query(asked));
        },
      ),
    );
  });

  it('has its rows in several partitions of the index, about as many in each', async () => {
    const { memory } = await filled(Array.from({ length: 400 }, (_, index) => index));
    const counts = new Map<string, number>();
    for (const { listPk = '' } of memory.rows()) counts.set(listPk, (counts.get(listPk) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(['LIST~0', 'LIST~1', 'LIST~2', 'LIST~3']);
    for (const count of counts.values()) expect(count).toBeGreaterThan(60);
  });

  it('is read in pages that read hardly more rows than they return', async () => {
    const memory = memoryTable();
    let read = 0;
    const counting = {
      ...memory,
      query: async (asked: QueryArguments) => {
        const rows = await memory.query(asked);
        read += rows.length;
        return rows;
      },
    };
    const table = spreadTable(counting, partsOfList);
    const practitioners = practitionerRepository(table);
    for (let index = 0; index < 500; index += 1)
      await table.commit([practitioners.save(aPractitioner({ version: 0, id: `dpp${index}` }))]);
    const found = new Set<string>();
    let after: string | undefined;
    do {
      const page = await practitioners.page('listed', { after, size: 100 });
      for (const { id } of page.found) found.add(id);
      after = page.next;
    } while (after !== undefined);
    expect(found.size).toBe(500);
    expect(read).toBeLessThan(1_000);
  });

  it('holds those lists that every change of the service writes to', () => {
    for (const list of [lists.audit, ...emailClasses.map(lists.emailsPending), lists.emailsDone])
      expect(partsOfList(list)).toBeGreaterThan(1);
    expect(partsOfList(lists.erasures)).toBe(1);
  });
});
