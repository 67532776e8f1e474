import { capabilitiesOf } from './capabilities-of.ts';
import type { ObjectUse } from './capability.ts';
import { figures, reading } from './common-uses.ts';

/** The files that are built from the rows of each system. */
const published = '*/published/';
/** The files that CloudFront serves as open data. */
const openData = '*/open-data/';
const readingFiles: readonly ObjectUse[] = [{ use: 'get', prefix: published }];
const buildingFiles: readonly ObjectUse[] = [
  { use: 'get', prefix: published },
  { use: 'put', prefix: published },
  { use: 'list', prefix: published },
  { use: 'remove', prefix: published },
  { use: 'get', prefix: openData },
  { use: 'put', prefix: openData },
  { use: 'list', prefix: openData },
];

/** Functions for the public listings, open data and figures, and for building the files that they read. */
export const directory = capabilitiesOf('directory', [
  {
    verb: 'results',
    effect: 'The directory cannot be searched.',
    table: [],
    objects: readingFiles,
    settings: [],
  },
  {
    verb: 'profile',
    effect: "A DPP's own page in the directory shows an error.",
    table: ['get'],
    settings: [],
  },
  {
    verb: 'open-data',
    effect: 'Search results cannot be downloaded, and programs cannot read the directory in pages.',
    table: [],
    objects: readingFiles,
    settings: [],
  },
  {
    verb: 'insights',
    effect: 'The page on supply and demand shows an error.',
    table: [],
    objects: [{ use: 'get', prefix: figures }],
    settings: [],
  },
  {
    verb: 'count-figures',
    effect: 'The figures on supply and demand grow old.',
    timing: { everyMinutes: 15 },
    reads: 'figures',
    sendsTo: ['figures'],
    table: ['read-list', 'read-partition'],
    objects: [
      { use: 'get', prefix: figures },
      { use: 'put', prefix: figures },
    ],
    settings: [],
  },
  {
    verb: 'publish',
    effect: 'Changes reach the directory and matching a minute late.',
    reads: 'publish',
    table: reading,
    objects: buildingFiles,
    settings: [],
  },
  {
    verb: 'rebuild',
    effect:
      'Changes that a queue has lost are missing in the directory, and nobody is told that no DPP is left.',
    timing: { everyMinutes: 1 },
    table: [...reading, 'read-changes'],
    objects: buildingFiles,
    settings: [],
  },
]);
