import { describe, expect, it } from 'vitest';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { tableContract } from '../../support/table-contract.ts';

tableContract('memory', () => memoryTable());

const put = (pk: string, version: number) => ({
  do: 'put' as const,
  row: { pk, sk: 'ROW', version, listPk: 'LIST', listSk: pk },
  when: { is: 'anything' as const },
});
const listed = async (table: ReturnType<typeof memoryTable>) =>
  (await table.query({ from: 'by-list', partition: 'LIST' })).map((row) => [row.pk, row['version']]);

describe('the memory table', () => {
  it('remembers an idempotency key for ten minutes', async () => {
    let now = 0;
    const table = memoryTable(() => now);
    const count = () => table.commit([{ do: 'count', key: { pk: 'N', sk: 'N' }, by: 1, atMost: 9 }], 'key');
    await count();
    now = 10 * 60_000 - 1;
    await count();
    expect(table.rows()[0]?.['count']).toBe(1);
    now += 1;
    await count();
    expect(table.rows()[0]?.['count']).toBe(2);
  });

  it('keeps a copy of what was put, and returns frozen rows', async () => {
    const table = memoryTable();
    const row = { pk: 'A', sk: 'ROW', noun: { name: 'before' } };
    await table.commit([{ do: 'put', row, when: { is: 'absent' } }]);
    row.noun.name = 'after';
    const [read] = await table.get([row]);
    expect(() => Object.assign(read!['noun']!, { name: 'after' })).toThrow(TypeError);
    expect(await table.get([row])).toEqual([{ pk: 'A', sk: 'ROW', noun: { name: 'before' } }]);
  });

  it('counts copied attributes towards the size limit of a row', async () => {
    const table = memoryTable();
    const half = { pages: ['x'.repeat(250_000)] };
    const put = (sk: string, noun: unknown) =>
      table.commit([{ do: 'put', row: { pk: 'A', sk, noun }, when: { is: 'absent' } }]);
    await put('HALF', half);
    const [read] = await table.get([{ pk: 'A', sk: 'HALF' }]);
    await put('HALF AGAIN', read!['noun']);
    await expect(put('WHOLE', [read!['noun'], read!['noun']])).rejects.toThrow('too large');
  });

  it('can delay its index, while strongly consistent reads see everything', async () => {
    const table = memoryTable();
    await table.commit([put('A', 1)]);
    table.index.hold();
    await table.commit([put('A', 2)]);
    await table.commit([put('B', 1)]);
    expect(await listed(table)).toEqual([['A', 1]]);
    expect(await table.get([{ pk: 'B', sk: 'ROW' }])).toHaveLength(1);
    table.index.catchUp(1);
    expect(await listed(table)).toEqual([['A', 2]]);
    expect(table.index.waiting).toBe(1);
    table.index.release();
    await table.commit([put('C', 1)]);
    expect(await listed(table)).toEqual([
      ['A', 2],
      ['B', 1],
      ['C', 1],
    ]);
  });

  it('streams commits in order, and nothing of refused ones', async () => {
    const table = memoryTable();
    await table.commit([put('A', 1), put('B', 1)]);
    await table.commit([{ ...put('A', 2), when: { is: 'absent' } }]);
    await table.commit([put('A', 1)]);
    await table.commit([put('A', 2)]);
    await table.commit([{ do: 'remove', key: { pk: 'B', sk: 'ROW' }, when: { is: 'present' } }]);
    expect(table.stream.images().map(({ event, key, image }) => [event, key.pk, image?.['version']])).toEqual(
      [
        ['INSERT', 'A', 1],
        ['INSERT', 'B', 1],
        ['MODIFY', 'A', 2],
        ['REMOVE', 'B', undefined],
      ],
    );
  });

  it('delivers at least once, and repeats a failed record before later ones', async () => {
    const table = memoryTable();
    const taken: string[] = [];
    let broken = true;
    const subscription = table.stream.subscribe(({ key }) => {
      if (key.pk === 'B' && broken) return Promise.reject(new Error('down'));
      taken.push(key.pk);
      return Promise.resolve();
    });
    await table.commit([put('A', 1), put('B', 1), put('C', 1)]);
    expect(await subscription.deliver()).toBe(1);
    broken = false;
    expect(await subscription.deliver(1)).toBe(1);
    subscription.repeat(1);
    expect(subscription.waiting).toBe(2);
    await subscription.deliver();
    expect(taken).toEqual(['A', 'B', 'B', 'C']);
  });

  it('can be emptied and restored', async () => {
    const table = memoryTable();
    await table.commit([put('A', 1)]);
    const kept = table.rows();
    await table.commit([put('B', 1)]);
    table.restore(kept);
    expect(table.rows()).toEqual(kept);
    expect(await listed(table)).toEqual([['A', 1]]);
  });
});
