import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rows } from '../../../functions/store/table/rows.ts';
import { nounRows } from '../../../functions/store/table/noun-rows.ts';
import { rowsOfKind } from '../../../functions/store/table/rows-of-kind.ts';
import type { Row } from '../../../functions/store/table/table.ts';
import { UnreadableRow } from '../../../functions/platform/unreadable-row.ts';
import { grown, growthOf } from '../../support/grown.ts';
import { fixturesOf, kindsWithFixtures, shapesWithoutFixtures } from '../../support/row-fixtures.ts';

const kinds = Object.entries(rows);
const stored = kinds.flatMap(([name, kind]) =>
  Array.from({ length: kind.shape }, (_, index) => index + 1).flatMap((shape) =>
    fixturesOf(name, shape).map((row) => ({ name, kind, shape, row, key: row.pk })),
  ),
);

/** Returns a row whose record has one more field, at every depth. */
const grownRow = (row: Row): Row => {
  const attribute = ['link', 'entry', 'noun'].find((one) => typeof row[one] === 'object');
  return attribute === undefined ? { ...row, addedLater: 1 } : { ...row, [attribute]: grown(row[attribute]) };
};

describe('the registry of rows', () => {
  it.each(kinds)('files %s under its own name', (name, { kind }) => {
    expect(kind).toBe(name);
  });

  it.each(kinds)('has stored rows of every shape of %s', (_, kind) => {
    expect(shapesWithoutFixtures(kind)).toEqual([]);
  });

  it('has a kind for every folder of stored rows', () => {
    expect(kindsWithFixtures().toSorted()).toEqual(Object.keys(rows).toSorted());
  });

  it('does without neither the stored rows nor the personal fields of a new kind', () => {
    // @ts-expect-error -- a kind says which of its fields hold a person
    const unfinished = rowsOfKind({ kind: 'console-session', schema: z.strictObject({ id: z.string() }) });
    expect(shapesWithoutFixtures(unfinished)).toEqual([1]);
  });

  it('takes no personal field that the kind does not have', () => {
    const schema = z.strictObject({ id: z.string(), by: z.string() });
    // @ts-expect-error -- there is no field `name`
    expect(rowsOfKind({ kind: 'console-session', schema, personal: ['by', 'name'] }).personal).toHaveLength(
      2,
    );
  });
});

describe.each(stored)('the row $key of kind $name, shape $shape', ({ kind, row }) => {
  it('is read', () => {
    expect(() => kind.parse(row)).not.toThrow();
  });

  it('keeps the fields of a later version when it is read, changed and written', () => {
    const later = grownRow(row);
    const value = { ...(kind.parse(later) as object) };
    const change = kind.put({ pk: row.pk, sk: row.sk }, value as never, { is: 'anything' });
    expect(growthOf(later)).toBeGreaterThan(0);
    expect(growthOf((change as { readonly row: Row }).row)).toBe(growthOf(later));
  });

  it('is the same when it is read again in the newest shape', () => {
    const value = kind.parse(row);
    const written = kind.put({ pk: row.pk, sk: row.sk }, value as never, { is: 'anything' }) as {
      readonly row: Row;
    };
    expect(written.row['shape']).toBe(kind.shape);
    expect(kind.parse(written.row)).toEqual(value);
    // Version 0.1.0 drops `shape` when it writes the row, so the row is then read as one of the first shape.
    // Converting the row again must not change it.
    const { shape, ...rest } = written.row;
    expect(kind.parse(rest)).toEqual(value);
    expect(shape).toBe(kind.shape);
  });

  it('throws when it is of another kind or holds a wrong value', () => {
    expect(() => kind.parse({ ...row, kind: 'another' })).toThrow(UnreadableRow);
    const holder = ['link', 'entry', 'noun'].find((one) => typeof row[one] === 'object');
    const emptied: Row =
      holder === undefined ? { pk: row.pk, sk: row.sk, kind: kind.kind } : { ...row, [holder]: {} };
    expect(() => kind.parse(emptied)).toThrow(UnreadableRow);
  });
});

describe('steps from older shapes', () => {
  const noun = nounRows({
    kind: 'thing',
    schema: z.strictObject({
      id: z.string(),
      version: z.number(),
      names: z.array(z.string()),
      size: z.number(),
    }),
    steps: [(old) => ({ names: [], ...(old as object) }), (old) => ({ size: 0, ...(old as object) })],
    key: ({ id }) => ({ pk: id, sk: 'THING' }),
    list: () => undefined,
    personal: [],
  });
  const row = (shape: number | undefined, fields: object): Row => ({
    pk: 'a',
    sk: 'THING',
    kind: 'thing',
    ...(shape === undefined ? {} : { shape }),
    noun: { id: 'a', version: 1, ...fields },
  });

  it('are taken from the shape of the row on', () => {
    expect(noun.shape).toBe(3);
    expect(noun.parse(row(undefined, {}))).toMatchObject({ names: [], size: 0 });
    expect(noun.parse(row(2, { names: ['x'] }))).toMatchObject({ names: ['x'], size: 0 });
    expect(noun.parse(row(3, { names: ['x'], size: 1 }))).toMatchObject({ names: ['x'], size: 1 });
    expect(() => noun.parse(row(3, { names: ['x'] }))).toThrow(UnreadableRow);
  });

  it('are not taken for a row of a later version', () => {
    expect(noun.parse(row(7, { names: ['x'], size: 1, added: true }))).toMatchObject({ added: true });
  });
});
