import { describe, expect, it } from 'vitest';
import { keys, lists, systemOfKey } from '../../../functions/store/table/keys.ts';
import { changeOfSystem, systemTable } from '../../../functions/store/table/system-table.ts';
import type { Change, Key, Row } from '../../../functions/store/table/table.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { tableContract } from '../../support/table-contract.ts';

tableContract('a system in memory', () => systemTable(memoryTable(), 'kent-and-medway'));

const put = (key: Key, more: Partial<Row> = {}): Change => ({
  do: 'put',
  row: { ...key, ...more },
  when: { is: 'absent' },
});
const twoSystems = () => {
  const stored = memoryTable();
  return { stored, kent: systemTable(stored, 'kent'), sussex: systemTable(stored, 'sussex') };
};

describe('two systems in one table', () => {
  it('never see rows of each other, by key, in a partition or in a list', async () => {
    const { stored, kent, sussex } = twoSystems();
    const key = keys.request('req1');
    const list = { listPk: lists.requests('matched'), listSk: '1' };
    await kent.commit([put(key, { ...list, of: 'kent' })]);
    await sussex.commit([put(key, { ...list, of: 'sussex' })]);
    for (const [name, table] of [
      ['kent', kent],
      ['sussex', sussex],
    ] as const) {
      const row = { ...key, ...list, of: name };
      expect(await table.get([key])).toEqual([row]);
      expect(await table.query({ from: 'table', partition: key.pk })).toEqual([row]);
      expect(await table.query({ from: 'by-list', partition: list.listPk })).toEqual([row]);
    }
    expect(stored.rows().map(({ pk, listPk }) => [pk, listPk])).toEqual([
      ['kent|REQUEST#req1', 'kent|REQUEST#matched'],
      ['sussex|REQUEST#req1', 'sussex|REQUEST#matched'],
    ]);
    expect(stored.rows().map(({ pk }) => systemOfKey(pk))).toEqual(['kent', 'sussex']);
  });

  it('share claims, suppressions and the budget of e-mails', async () => {
    const { stored, kent, sussex } = twoSystems();
    const shared = [
      keys.unique('email', 'hash'),
      keys.suppression('hash'),
      keys.unsubscribed('hash'),
      keys.counter('emails#2026-11-21T09'),
    ];
    await kent.commit(shared.map((key) => put(key)));
    expect(await sussex.get(shared)).toHaveLength(4);
    expect((await sussex.commit([put(keys.unique('email', 'hash'))])).committed).toBe(false);
    expect(stored.rows().map(({ pk }) => systemOfKey(pk))).toEqual(Array(4).fill(undefined));
  });

  it('count confirmations separately, each in the list that its retention reads', async () => {
    const { kent, sussex } = twoSystems();
    const key = keys.counter('confirmations#network#192.0.2#2026-11-21T09');
    const count: Change = { do: 'count', key, by: 1, atMost: 1, sweepAt: 1_800_000_000 };
    expect(await kent.commit([count])).toEqual({ committed: true });
    expect(await sussex.commit([count])).toEqual({ committed: true });
    expect((await kent.commit([count])).committed).toBe(false);
    for (const table of [kent, sussex])
      expect(await table.query({ from: 'by-list', partition: lists.counters })).toMatchObject([key]);
  });

  it('can be changed in one commit, but one cannot be read for the other', async () => {
    const { kent, sussex } = twoSystems();
    const note = changeOfSystem('sussex', put(keys.email('note')));
    await kent.commit([put(keys.email('own')), note]);
    expect(await kent.get([keys.email('own'), keys.email('note')])).toEqual([keys.email('own')]);
    expect(await sussex.get([keys.email('own'), keys.email('note')])).toEqual([keys.email('note')]);
    await expect(kent.get([{ pk: 'sussex|EMAIL#note', sk: 'EMAIL' }])).rejects.toThrow('another system');
    await expect(kent.query({ from: 'by-list', partition: 'sussex|EMAIL#pending' })).rejects.toThrow(
      'another system',
    );
  });

  it('report an unreadable row with its system', () => {
    const reported: string[] = [];
    const table = systemTable({ ...memoryTable(), setAside: ({ pk }) => reported.push(pk) }, 'kent');
    table.setAside?.({ ...keys.request('req1') }, 'invalid_type:email');
    expect(reported).toEqual(['kent|REQUEST#req1']);
  });
});
