import * as z from 'zod';
import type { ColumnTable, Texts } from '../kernel/decode-columns.ts';
import { daySchema } from '../kernel/time.ts';
import type { Entry } from './encode-directory.ts';
import { labelledSchema } from './labelled.ts';
import { type Listing, listedAvailabilitySchema, listedSiteSchema } from './listing.ts';

/** Parses a value of a column when it is first asked for. Rows that share it get the same object. */
const valuesOf = <Value>(texts: Texts, schema: z.ZodType<Value>): ((number: number) => Value) => {
  const known: { readonly value: Value }[] = [];
  return (number) => (known[number] ??= { value: schema.parse(JSON.parse(texts.at(number))) }).value;
};

/** Reads entries of the directory, each put together from its columns. */
export const entryReader = (table: ColumnTable): ((row: number) => Entry) => {
  const one = <Value>(name: string, schema: z.ZodType<Value>): ((row: number) => Value) => {
    const { numbers, texts } = table.one(name);
    const value = valuesOf(texts, schema);
    return (row) => value(numbers[row] ?? 0);
  };
  const many = <Value>(name: string, schema: z.ZodType<Value>): ((row: number) => Value[]) => {
    const { ends, numbers, texts } = table.many(name);
    const value = valuesOf(texts, schema);
    return (row) => Array.from(numbers.subarray(row === 0 ? 0 : ends[row - 1], ends[row]), value);
  };
  const columns = {
    name: table.text('name'),
    slug: table.text('slug'),
    profession: one('profession', labelledSchema),
    organisation: one('organisation', z.string()),
    setting: one('setting', labelledSchema),
    availability: one('availability', listedAvailabilitySchema),
    mode: one('mode', labelledSchema),
    fee: one('fee', labelledSchema),
    confirmedOn: one('confirmedOn', daySchema),
    checked: one('checked', z.boolean()),
    beingChecked: table.has('beingChecked')
      ? one('beingChecked', z.enum(['changed', 'due-again']).nullable())
      : () => null,
    roles: many('roles', z.string()),
    sites: many('sites', listedSiteSchema),
    areas: many('areas', labelledSchema),
    professions: many('professions', labelledSchema),
    learnerTypes: many('learnerTypes', labelledSchema),
    outcodes: many('outcodes', z.string()),
  };
  const beingCheckedOf = (why: NonNullable<Listing['beingChecked']> | null) =>
    why === null ? {} : { beingChecked: why };
  const listingAt = (row: number): Listing => ({
    slug: columns.slug.at(row),
    name: columns.name.at(row),
    profession: columns.profession(row),
    roles: columns.roles(row),
    organisation: columns.organisation(row),
    sites: columns.sites(row),
    areas: columns.areas(row),
    setting: columns.setting(row),
    supervises: { professions: columns.professions(row), learnerTypes: columns.learnerTypes(row) },
    availability: columns.availability(row),
    mode: columns.mode(row),
    fee: columns.fee(row),
    confirmedOn: columns.confirmedOn(row),
    checked: columns.checked(row),
    ...beingCheckedOf(columns.beingChecked(row)),
  });
  return (row) => ({ listing: listingAt(row), outcodes: columns.outcodes(row) });
};
