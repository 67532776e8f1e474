import fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Change, Guard, Key, Row, Table } from '../../functions/store/table/table.ts';
import { localClient, localTable } from '../support/local-table.ts';
import { memoryTable } from '../support/memory-table/memory-table.ts';

let dynamo: Table;
beforeAll(async () => {
  dynamo = await localTable(localClient(inject('dynamoEndpoint')), 'engines-agree');
});

const NAMES = ['a', 'b', 'c', 'd'] as const;
const STATES = ['pending', 'accepted'] as const;
const LISTS = ['x', 'y'] as const;

const version = fc.integer({ min: 1, max: 2 });
const state = fc.constantFrom(...STATES);
const at = fc.record({ is: fc.constant('at' as const), version });
const guard: fc.Arbitrary<Guard> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Guard>({ is: 'absent' }, { is: 'present' }) },
  { weight: 2, arbitrary: fc.constant<Guard>({ is: 'anything' }) },
  { weight: 1, arbitrary: at },
  { weight: 3, arbitrary: at.chain((one) => state.map((only) => ({ ...one, states: [only] }))) },
);

/**
 * Generates a change of the row `name` in the world `world`. Numbers are small, so that a guard is met about half of
 * the time.
 */
const changeOf = (world: string, name: string): fc.Arbitrary<Change> => {
  const key: Key = { pk: `${world}#${name}`, sk: 'ROW' };
  const row = fc
    .record({ version, state, list: fc.option(fc.constantFrom(...LISTS), { nil: undefined }) })
    .map(({ list, ...attributes }): Row => ({
      ...key,
      ...attributes,
      ...(list === undefined ? {} : { listPk: `${world}#${list}`, listSk: `${attributes.version}#${name}` }),
    }));
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), row, when: guard }) },
    { weight: 1, arbitrary: guard.map((when) => ({ do: 'remove' as const, key, when })) },
    { weight: 1, arbitrary: guard.map((when) => ({ do: 'check' as const, key, when })) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('count' as const),
        key: fc.constant({ ...key, sk: 'COUNT' }),
        by: fc.integer({ min: -2, max: 3 }),
        atMost: fc.integer({ min: 1, max: 5 }),
      }),
    },
  );
};

const commitIn = (world: string) =>
  fc.record({
    changes: fc
      .subarray([...NAMES], { minLength: 1, maxLength: 2 })
      .chain((names) => fc.tuple(...names.map((name) => changeOf(world, name)))),
    key: fc.option(fc.constantFrom('first', 'second'), { nil: undefined }),
  });

/** Rows that exist from the start, because most guards need an existing row. */
const firstRows = (world: string): readonly Change[] =>
  NAMES.map((name) => ({
    do: 'put',
    row: { pk: `${world}#${name}`, sk: 'ROW', version: 1, state: 'pending' },
    when: { is: 'absent' },
  }));

/** Reads all rows and lists of a world. */
const seen = async (table: Table, world: string) => {
  const keys = NAMES.flatMap((name) => ['ROW', 'COUNT'].map((sk) => ({ pk: `${world}#${name}`, sk })));
  const rows = await table.get(keys);
  const lists = await Promise.all(
    LISTS.map((list) => table.query({ from: 'by-list', partition: `${world}#${list}` })),
  );
  const order = (a: Row, b: Row) => `${a.pk}${a.sk}`.localeCompare(`${b.pk}${b.sk}`);
  return { rows: rows.toSorted(order), lists };
};

let worlds = 0;

describe('the memory table and DynamoDB', () => {
  it(
    'give the same result for every random commit and hold the same rows afterwards',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constant(undefined).chain(() => {
            const world = `W${process.pid}-${(worlds += 1)}`;
            return fc.record({
              world: fc.constant(world),
              commits: fc.array(commitIn(world), { minLength: 8, maxLength: 16 }),
            });
          }),
          async ({ world, commits }) => {
            // To shrink a failing example, fast-check runs similar examples again. Each run therefore needs a new world
            // with new idempotency keys.
            const run = `${world}-${(worlds += 1)}`;
            const here = (commit: (typeof commits)[number]): typeof commit =>
              JSON.parse(JSON.stringify(commit).replaceAll(world, run)) as typeof commit;
            const memory = memoryTable();
            const first = firstRows(run);
            expect(await dynamo.commit(first)).toEqual(await memory.commit(first));
            for (const { changes, key } of commits.map(here)) {
              const named = key === undefined ? undefined : `${run}-${key}`;
              expect(await dynamo.commit(changes, named)).toEqual(await memory.commit(changes, named));
            }
            expect(await seen(dynamo, run)).toEqual(await seen(memory, run));
          },
        ),
        { numRuns: 80 },
      );
    },
  );
});
