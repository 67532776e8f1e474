import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';
import { csvOf } from '../kernel/csv.ts';
import { type Listing, listingSchema } from './listing.ts';
import type { Labelled } from './labelled.ts';
import type { Found } from './search.ts';

export const LICENCE = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
} as const;

/** A listing as open data. Adds its URL, and its minutes and miles by road if the search named a place. */
const publishedSchema = listingSchema.extend({
  url: z.string(),
  roadMinutes: z.number().int().nonnegative().optional(),
  roadMiles: z.number().nonnegative().optional(),
});
export type Published = z.infer<typeof publishedSchema>;

const envelope = {
  /** Explains the file and its fields. */
  about: z.string(),
  documentation: z.string(),
  licence: z.strictObject({ name: z.string(), url: z.string() }),
  generatedAt: instantSchema,
  /** Ignored filters, in words. */
  notes: z.array(z.string()),
  total: z.number().int(),
  practitioners: z.array(publishedSchema),
};

/** The body of `/open-data/directory.json`: all results in one file. */
export const directoryFileSchema = z.strictObject(envelope);
export type DirectoryFile = z.infer<typeof directoryFileSchema>;

/** The body of `/api/v1/directory`: the same results in pages of 20. */
export const directoryPageSchema = z.strictObject({
  ...envelope,
  page: z.number().int(),
  pages: z.number().int(),
  links: z.strictObject({
    self: z.string(),
    next: z.string().optional(),
    previous: z.string().optional(),
  }),
});
export type DirectoryPage = z.infer<typeof directoryPageSchema>;

/** @param site the service's own URL without a trailing slash */
export const publishedOf = ({ listing, drive }: Found, site: string): Published => ({
  ...listing,
  url: `${site}/dpp/${listing.slug}`,
  ...(drive === undefined ? {} : { roadMinutes: drive.minutes, roadMiles: drive.miles }),
});

const list = (entries: readonly Labelled[]): string => entries.map(({ words }) => words).join('; ');

const columns: readonly (readonly [string, (listing: Listing) => string])[] = [
  ['Name', ({ name }) => name],
  ['Profession', ({ profession }) => profession.words],
  ['Roles', ({ roles }) => roles.join('; ')],
  ['Organisation', ({ organisation }) => organisation],
  ['Town', ({ sites }) => sites.map(({ town }) => town).join('; ')],
  ['Place', ({ sites }) => [...new Set(sites.map(({ place }) => place.words))].join('; ')],
  [
    'District',
    ({ sites }) => [...new Set(sites.flatMap(({ district }) => district?.words ?? []))].join('; '),
  ],
  ['Clinical areas (lead first)', ({ areas }) => list(areas)],
  ['Setting', ({ setting }) => setting.words],
  ['Supervises professions', ({ supervises }) => list(supervises.professions)],
  ['Supervises learners', ({ supervises }) => list(supervises.learnerTypes)],
  ['Availability', ({ availability }) => availability.words],
  ['Place free from', ({ availability }) => availability.from ?? ''],
  ['How they supervise', ({ mode }) => mode.words],
  ['Fee', ({ fee }) => fee.words],
  ['Details confirmed on', ({ confirmedOn }) => confirmedOn],
  [
    'Register checked',
    ({ checked, beingChecked }) =>
      !checked ? 'Not yet' : beingChecked === undefined ? 'Yes' : 'Being checked',
  ],
];

/** Formats the results as CSV, one row per DPP. Has columns of minutes and miles only if the search named a place. */
export const directoryCsv = (found: readonly Found[], site: string): string => {
  const withDrives = found.some(({ drive }) => drive !== undefined);
  const cellsOf = ({ drive }: Found): readonly string[] =>
    drive === undefined ? ['', ''] : [String(drive.minutes), String(drive.miles)];
  return csvOf([
    [...columns.map(([head]) => head), 'Page', ...(withDrives ? ['Minutes by road', 'Miles by road'] : [])],
    ...found.map((one) => [
      ...columns.map(([, of]) => of(one.listing)),
      `${site}/dpp/${one.listing.slug}`,
      ...(withDrives ? cellsOf(one) : []),
    ]),
  ]);
};
