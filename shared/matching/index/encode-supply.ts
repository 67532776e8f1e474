import { encodeColumns } from '../../kernel/encode-columns.ts';
import type { Practitioner } from '../../people/practitioner.ts';
import { requirements } from '../requirements/all.ts';
import { scannedGroups, withoutDetails } from './scanned-facts.ts';

/** A requirement gets a column if at least this many practitioners give the same answer on average. */
const SHARED_BY = 4;

/** Makes JSON of some fields of a practitioner, always in the same order. */
const jsonOf = (practitioner: Practitioner, fields: readonly string[]): string => {
  const values = new Map<string, unknown>(Object.entries(practitioner));
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field, values.get(field)])));
};

/**
 * Numbers the practitioners by what a requirement reads of them. Practitioners of one number get the same answer, so that
 * one of them is asked for all.
 */
const kindsOf = (practitioners: readonly Practitioner[], kind: (one: Practitioner) => string | number) => {
  const known = new Map<string | number, number>();
  const examples: number[] = [];
  const numbers = practitioners.map((practitioner, row) => {
    const key = kind(practitioner);
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, examples.length);
    return examples.push(row) - 1;
  });
  return { numbers, examples };
};

/**
 * Stores what ranking reads of the listed practitioners as columns, without personal details.
 * @param practitioners in any order; those who are not listed are left out
 * @param facts about the file, as JSON
 */
export const encodeSupply = (
  practitioners: readonly Practitioner[],
  facts: Readonly<Record<string, unknown>>,
): Uint8Array<ArrayBuffer> => {
  const rows = practitioners
    .filter(({ state }) => state === 'listed')
    .map(withoutDetails)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const kinds = requirements.flatMap(({ name, kind }) => {
    if (kind === undefined) return [];
    const { numbers, examples } = kindsOf(rows, kind);
    return examples.length * SHARED_BY > rows.length ? [] : [{ name, numbers, examples }];
  });
  return encodeColumns({
    facts: { ...facts, rows: rows.length, kinds: kinds.map(({ name }) => name) },
    columns: {
      id: { kind: 'text', values: rows.map(({ id }) => id) },
      version: { kind: 'number', values: rows.map(({ version }) => version) },
      ...Object.fromEntries(
        Object.entries(scannedGroups).map(([group, { shape }]) => {
          const fields = Object.keys(shape);
          return [group, { kind: 'one' as const, values: rows.map((row) => jsonOf(row, fields)) }];
        }),
      ),
      ...Object.fromEntries(
        kinds.flatMap(({ name, numbers, examples }) => [
          [`kind ${name}`, { kind: 'number' as const, values: numbers }],
          [`example ${name}`, { kind: 'number' as const, values: examples }],
        ]),
      ),
    },
  });
};
