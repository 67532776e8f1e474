import { encodeColumns } from '../kernel/encode-columns.ts';
import type { Listing } from './listing.ts';
import type { Labelled } from './labelled.ts';

/** A listing, and its outcodes, which only the search may use. */
export interface Entry {
  readonly listing: Listing;
  readonly outcodes: readonly string[];
}

/** Compares names as British readers expect them. */
const byName = new Intl.Collator('en-GB');

/** Sorts entries by name, and by slug where two names are equal: the order of the directory's rows. */
export const inRowOrder = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted(
    ({ listing: a }, { listing: b }) =>
      byName.compare(a.name, b.name) || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0),
  );

/** Makes JSON of values. Does so once for an object that many rows share. */
const jsonTexts = (): ((values: readonly unknown[]) => readonly string[]) => {
  const known = new WeakMap<object, string>();
  const textOf = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const text = known.get(value) ?? JSON.stringify(value);
    known.set(value, text);
    return text;
  };
  return (values) => values.map(textOf);
};

const distinct = (entries: readonly Labelled[]): readonly Labelled[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];

/**
 * Stores the public listings as columns. Entries of reference lists are stored with their words, so that a reader needs
 * no reference list.
 * @param entries in the order of `inRowOrder`
 * @param facts about the file, as JSON
 */
export const encodeDirectory = (
  entries: readonly Entry[],
  facts: Readonly<Record<string, unknown>>,
): Uint8Array<ArrayBuffer> => {
  const texts = jsonTexts();
  const one = (of: (listing: Listing) => unknown) => ({
    kind: 'one' as const,
    values: texts(entries.map(({ listing }) => of(listing))),
  });
  const many = (of: (entry: Entry) => readonly unknown[]) => ({
    kind: 'many' as const,
    values: entries.map((entry) => texts(of(entry))),
  });
  return encodeColumns({
    facts: { ...facts, rows: entries.length },
    columns: {
      name: { kind: 'text', values: entries.map(({ listing }) => listing.name) },
      slug: { kind: 'text', values: entries.map(({ listing }) => listing.slug) },
      profession: one(({ profession }) => profession),
      organisation: one(({ organisation }) => organisation),
      setting: one(({ setting }) => setting),
      availability: one(({ availability }) => availability),
      mode: one(({ mode }) => mode),
      fee: one(({ fee }) => fee),
      confirmedOn: one(({ confirmedOn }) => confirmedOn),
      checked: one(({ checked }) => checked),
      beingChecked: one(({ beingChecked }) => beingChecked ?? null),
      roles: many(({ listing }) => listing.roles),
      sites: many(({ listing }) => listing.sites),
      areas: many(({ listing }) => listing.areas),
      professions: many(({ listing }) => listing.supervises.professions),
      learnerTypes: many(({ listing }) => listing.supervises.learnerTypes),
      /** The places of the sites, each once, so that a place counts a listing once. */
      places: many(({ listing }) => distinct(listing.sites.map(({ place }) => place))),
      districts: many(({ listing }) => distinct(listing.sites.flatMap(({ district }) => district ?? []))),
      outcodes: many(({ outcodes }) => outcodes),
    },
  });
};
