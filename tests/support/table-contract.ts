import { sweptList } from '../../functions/store/table/swept-list.ts';
import { describe, expect, it } from 'vitest';
import type { Change, Guard, Row, Table } from '../../functions/store/table/table.ts';

const absent: Guard = { is: 'absent' };
const anything: Guard = { is: 'anything' };
const put = (row: Row, when: Guard = absent): Change => ({ do: 'put', row, when });
const unmet = (...positions: number[]) => ({ committed: false, unmet: positions, conflict: false });
const done = { committed: true };

let tests = 0;
const places = (): { pk: string; key: (name: string) => { pk: string; sk: string } } => {
  const pk = `P${process.pid}-${(tests += 1)}`;
  return { pk, key: (name) => ({ pk: `${pk}#${name}`, sk: 'ROW' }) };
};

/**
 * Runs the tests that every engine behind the port `Table` must pass.
 * @param open opens a table that other tests may have written to
 */
export const tableContract = (engine: string, open: () => Table): void => {
  const contract = (
    promise: string,
    keep: (table: Table, place: ReturnType<typeof places>) => Promise<void>,
  ) => it(promise, () => keep(open(), places()));

  describe(`${engine}: rows`, () => {
    contract('come back as they were put', async (table, { key }) => {
      const row = {
        ...key('a'),
        version: 1,
        noun: {
          name: 'Zoë 👩🏽‍⚕️ = "x"',
          empty: '',
          list: [1, 'two', { three: 3 }],
          none: null,
          yes: true,
          half: 0.5,
        },
      };
      expect(await table.commit([put(row)])).toEqual(done);
      expect(await table.get([key('a')])).toEqual([row]);
    });

    contract('lose attributes that are undefined', async (table, { key }) => {
      await table.commit([put({ ...key('a'), phone: undefined, noun: { phone: undefined, name: 'A' } })]);
      expect(await table.get([key('a')])).toEqual([{ ...key('a'), noun: { name: 'A' } }]);
    });

    contract('that are not there are left out, and nobody is asked twice', async (table, { key }) => {
      await table.commit([put({ ...key('a'), n: 1 })]);
      expect(await table.get([key('a'), key('nobody'), key('a')])).toEqual([{ ...key('a'), n: 1 }]);
      expect(await table.get([])).toEqual([]);
    });

    contract('are given a hundred at a time', async (table, { key }) => {
      const all = Array.from({ length: 100 }, (_, n) => ({ ...key(`${n}`), n, filler: 'x'.repeat(2_000) }));
      await table.commit(all.map((row) => put(row)));
      expect(await table.get(all.map((_, n) => key(`${n}`)))).toHaveLength(100);
      await expect(table.get(Array.from({ length: 101 }, (_, n) => key(`${n}`)))).rejects.toThrow('100');
    });

    contract('are replaced whole', async (table, { key }) => {
      await table.commit([put({ ...key('a'), version: 1, phone: '1' })]);
      await table.commit([put({ ...key('a'), version: 2 }, { is: 'at', version: 1 })]);
      expect(await table.get([key('a')])).toEqual([{ ...key('a'), version: 2 }]);
    });
  });

  describe(`${engine}: guards`, () => {
    const stored = { version: 3, state: 'pending' };
    const cases: readonly (readonly [string, Guard, boolean, boolean])[] = [
      ['absent', absent, false, true],
      ['present', { is: 'present' }, true, false],
      ['anything', anything, true, true],
      ['at its version', { is: 'at', version: 3 }, true, false],
      ['at an older version', { is: 'at', version: 2 }, false, false],
      ['at its version in its state', { is: 'at', version: 3, states: ['x', 'pending'] }, true, false],
      ['at its version in another state', { is: 'at', version: 3, states: ['accepted'] }, false, false],
      ['at another version in its state', { is: 'at', version: 4, states: ['pending'] }, false, false],
    ];
    for (const [name, when, onStored, onNothing] of cases)
      contract(`"${name}" guards put, remove and check, alone and together`, async (table, { key }) => {
        const row = (at: string): Row => ({ ...key(at), ...stored });
        const kinds: readonly ((at: string) => Change)[] = [
          (at) => put(row(at), when),
          (at) => ({ do: 'remove', key: key(at), when }),
          (at) => ({ do: 'check', key: key(at), when }),
        ];
        for (const [position, change] of kinds.entries()) {
          const there = `there${position}`;
          await table.commit([put(row(there)), put(row(`${there}-too`))]);
          expect(await table.commit([change(there)])).toEqual(onStored ? done : unmet(0));
          expect(await table.commit([change(`none${position}`)])).toEqual(onNothing ? done : unmet(0));
          const other = put(key(`other${position}`), anything);
          expect(await table.commit([other, change(`${there}-too`)])).toEqual(onStored ? done : unmet(1));
        }
      });

    contract('that are unmet are all named, and nothing is written', async (table, { key }) => {
      await table.commit([put({ ...key('a'), version: 1 })]);
      const outcome = await table.commit([
        put({ ...key('a'), version: 2 }, { is: 'at', version: 9 }),
        put({ ...key('b'), version: 1 }),
        { do: 'check', key: key('c'), when: { is: 'present' } },
      ]);
      expect(outcome).toEqual(unmet(0, 2));
      expect(await table.get([key('a'), key('b')])).toEqual([{ ...key('a'), version: 1 }]);
    });

    contract('of one row let one of many simultaneous writers through', async (table, { key }) => {
      await table.commit([put({ ...key('seat'), version: 1, by: 'nobody' })]);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          table.commit([
            put({ ...key('seat'), version: 2, by: n }, { is: 'at', version: 1 }),
            put({ ...key(`audit${n}`), n }),
          ]),
        ),
      );
      expect(outcomes.filter(({ committed }) => committed)).toHaveLength(1);
    });
  });

  describe(`${engine}: commits`, () => {
    contract('of nothing are done', async (table) => {
      expect(await table.commit([])).toEqual(done);
    });

    contract('take a hundred changes and not one more', async (table, { key }) => {
      const many = (count: number) => Array.from({ length: count }, (_, n) => put(key(`${n}`), anything));
      expect(await table.commit(many(100))).toEqual(done);
      await expect(table.commit(many(101))).rejects.toThrow('100');
    });

    contract(
      'that change a row twice, or have an empty key, are mistakes and thrown',
      async (table, { key }) => {
        await expect(table.commit([put(key('a')), put(key('a'))])).rejects.toThrow();
        await expect(table.commit([put({ pk: '', sk: 'A' })])).rejects.toThrow();
        await expect(table.commit([put({ ...key('a'), listPk: '', listSk: 'x' })])).rejects.toThrow();
      },
    );

    contract('sent again under the same key are done once', async (table, { key }) => {
      const changes: readonly Change[] = [
        { do: 'count', key: key('n'), by: 1, atMost: 5 },
        put({ ...key('a'), version: 1 }),
      ];
      expect(await table.commit(changes, `${key('a').pk}-once`)).toEqual(done);
      expect(await table.commit(changes, `${key('a').pk}-once`)).toEqual(done);
      expect((await table.get([key('n')]))[0]).toMatchObject({ count: 1 });
    });

    contract('with other changes under the same key are other commits', async (table, { key }) => {
      const count: Change = { do: 'count', key: key('n'), by: 1, atMost: 5 };
      await table.commit([count, put({ ...key('a'), at: 1 })], 'same');
      expect(await table.commit([count, put({ ...key('a'), at: 2 })], 'same')).toEqual(unmet(1));
      expect(await table.commit([count, put({ ...key('b'), at: 2 })], 'same')).toEqual(done);
    });

    contract('that were refused may be tried again under the same key', async (table, { key }) => {
      const changes = [put({ ...key('a'), version: 2 }, { is: 'at', version: 1 })];
      expect(await table.commit(changes, `${key('a').pk}-later`)).toEqual(unmet(0));
      await table.commit([put({ ...key('a'), version: 1 })]);
      expect(await table.commit(changes, `${key('a').pk}-later`)).toEqual(done);
    });
  });

  describe(`${engine}: counters`, () => {
    contract('start at nothing, go up to their ceiling and come down again', async (table, { key }) => {
      const count = (by: number) =>
        table.commit([{ do: 'count', key: key('n'), by, atMost: 3, sweepAt: 99 }]);
      expect([
        await count(2),
        await count(2),
        await count(1),
        await count(1),
        await count(-1),
        await count(1),
      ]).toEqual([done, unmet(0), done, unmet(0), done, done]);
      expect(await table.get([key('n')])).toEqual([
        {
          ...key('n'),
          kind: 'counter',
          count: 3,
          expiresAtSeconds: 99,
          ...sweptList(key('n'), 99),
        },
      ]);
    });

    contract('do not start above their ceiling', async (table, { key }) => {
      expect(await table.commit([{ do: 'count', key: key('n'), by: 4, atMost: 3 }])).toEqual(unmet(0));
      expect(await table.get([key('n')])).toEqual([]);
    });

    contract('may always come down, also from above a ceiling that was lowered', async (table, { key }) => {
      await table.commit([{ do: 'count', key: key('n'), by: 5, atMost: 5 }]);
      expect(await table.commit([{ do: 'count', key: key('n'), by: -1, atMost: 2 }])).toEqual(done);
    });

    contract('hold what they count together with it', async (table, { key }) => {
      const count: Change = { do: 'count', key: key('n'), by: 1, atMost: 1 };
      expect(await table.commit([count, put(key('a'))])).toEqual(done);
      expect(await table.commit([put(key('b')), count])).toEqual(unmet(1));
      expect(await table.get([key('b')])).toEqual([]);
    });

    contract('are exact under 20 at once', async (table, { key }) => {
      const passed = await Promise.all(
        Array.from({ length: 20 }, async () => {
          for (let attempt = 0; attempt < 50; attempt += 1) {
            const outcome = await table.commit([{ do: 'count', key: key('n'), by: 1, atMost: 3 }]);
            if (outcome.committed || outcome.unmet.length > 0) return outcome.committed;
          }
          throw new Error('conflicts without end');
        }),
      );
      expect(passed.filter(Boolean)).toHaveLength(3);
    });
  });

  for (const from of ['table', 'by-list'] as const)
    describe(`${engine}: a query of ${from}`, () => {
      const file = async (table: Table, pk: string, sorts: readonly string[]) => {
        for (const sort of sorts)
          await table.commit([
            put(
              from === 'table'
                ? { pk, sk: sort, sort }
                : { pk: `${pk}#${sort}`, sk: 'ROW', listPk: pk, listSk: sort, sort },
            ),
          ]);
      };
      const sorts = ['a#1', 'b#1', 'b#2', 'c#1', 'é', '\uffee', '👋'];
      const cases = [
        [{}, sorts],
        [{ newestFirst: true }, [...sorts].reverse()],
        [{ limit: 2 }, ['a#1', 'b#1']],
        [{ newestFirst: true, limit: 1 }, ['👋']],
        [{ atLeast: 'b#2', atMost: 'c#1' }, ['b#2', 'c#1']],
        [{ atMost: 'b#~' }, ['a#1', 'b#1', 'b#2']],
        [{ atLeast: 'c' }, ['c#1', 'é', '\uffee', '👋']],
        [{ beginsWith: 'b#' }, ['b#1', 'b#2']],
        [{ atLeast: 'z', atMost: 'a' }, []],
        [{ limit: 0 }, []],
      ] as const;
      for (const [asked, expected] of cases)
        contract(`${JSON.stringify(asked)} gives ${expected.length} rows in order`, async (table, { pk }) => {
          await file(table, pk, sorts);
          await file(table, `${pk}-other`, ['b#1']);
          const rows = await table.query({ from, partition: pk, ...asked });
          expect(rows.map((row) => row['sort'])).toEqual(expected);
        });

      contract('gives all rows of a partition larger than a page', async (table, { pk }) => {
        for (let n = 0; n < 8; n += 1)
          await table.commit([
            put({
              pk: `${pk}${from === 'table' ? '' : n}`,
              sk: `${n}`,
              listPk: pk,
              listSk: `${n}`,
              x: 'x'.repeat(300_000),
            }),
          ]);
        const rows = await table.query({ from, partition: pk });
        expect(rows.map(({ sk }) => sk)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
      });

      contract('takes a beginning or bounds, not both', async (table, { pk }) => {
        await expect(table.query({ from, partition: pk, beginsWith: 'a', atMost: 'b' })).rejects.toThrow(
          'bounds',
        );
      });
    });

  describe(`${engine}: the index of changes`, () => {
    contract('holds a row by its last writing, with version and state only', async (table, { pk, key }) => {
      const changes = async () => table.query({ from: 'by-change', partition: pk, atLeast: '2' });
      const row = (version: number, changedSk?: string): Row => ({
        ...key('a'),
        version,
        state: 'listed',
        noun: { name: 'A' },
        changedPk: pk,
        ...(changedSk === undefined ? {} : { changedSk }),
      });
      await table.commit([put(row(1, '1'))]);
      expect(await changes()).toEqual([]);
      await table.commit([put(row(2, '2'), anything)]);
      expect(await changes()).toEqual([
        { ...key('a'), changedPk: pk, changedSk: '2', version: 2, state: 'listed' },
      ]);
      await table.commit([put(row(3), anything)]);
      expect(await changes()).toEqual([]);
      await expect(table.commit([put(row(4, ''), anything)])).rejects.toThrow();
    });
  });

  describe(`${engine}: the index`, () => {
    contract(
      'lists rows by their list attribute, follows a change of it, and drops rows without it',
      async (table, { pk, key }) => {
        const list = async () =>
          (await table.query({ from: 'by-list', partition: pk })).map((row) => row.listSk);
        const row = (version: number, listSk?: string): Row => ({
          ...key('a'),
          version,
          listPk: pk,
          ...(listSk === undefined ? {} : { listSk }),
        });
        await table.commit([put(row(1, 'x'))]);
        expect(await list()).toEqual(['x']);
        await table.commit([put(row(2, 'y'), anything)]);
        expect(await list()).toEqual(['y']);
        await table.commit([put(row(3), anything)]);
        expect(await list()).toEqual([]);
        await table.commit([put(row(4, 'z'), anything)]);
        await table.commit([{ do: 'remove', key: key('a'), when: anything }]);
        expect(await list()).toEqual([]);
      },
    );
  });
};
