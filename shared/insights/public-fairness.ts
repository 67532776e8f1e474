import * as z from 'zod';
import type { PlaceNames } from '../geography/geography.ts';
import { csvOf } from '../kernel/csv.ts';
import { daySchema, instantSchema } from '../kernel/time.ts';
import { type Fairness, type FairnessDimension, fairnessDimensions, type FairnessLine } from './fairness.ts';
import { wordsOf } from '../reference/reference-words.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { carFactor } from '../reference/travel-factors.ts';
import { quarterInWords, quarterSchema } from './quarter.ts';
import { SMALLEST_SHOWN_LEARNERS } from './suppress.ts';

const shown = z.number().int().nullable();
const lineSchema = z.strictObject({
  id: z.string(),
  words: z.string(),
  /** Number of learners, rounded to the nearest 5; null below 10. */
  learners: shown,
  /** Percentage placed, rounded to the nearest 5. */
  share: shown,
  /** Medians: days, and minutes and miles by road. */
  waitingDays: shown,
  roadMinutes: shown,
  roadMiles: shown,
});
export type PublicFairnessLine = z.infer<typeof lineSchema>;

const aboutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quarter'), quarter: quarterSchema }),
  z.strictObject({
    kind: z.literal('round'),
    id: z.string(),
    name: z.string(),
    confirmedOn: daySchema,
    /** SHA-256 in base64url of the seed, and the seed itself once it is revealed. */
    seedHash: z.string(),
    seed: z.string().optional(),
  }),
]);
/** The learners that a report covers: those who made a request in a quarter, or those of a round. */
export type FairnessAbout = z.infer<typeof aboutSchema>;

export const publicFairnessSchema = z.strictObject({
  licence: z.strictObject({ name: z.string(), url: z.string() }),
  generatedAt: instantSchema,
  about: aboutSchema,
  totals: lineSchema,
  by: z.record(z.enum(fairnessDimensions), z.array(lineSchema)),
  /**
   * Percentage of the learners matched in a round who would also have been placed under first come, first
   * served; null below 10 learners.
   */
  firstComeShare: shown,
  travel: z
    .strictObject({
      learners: z.number().int(),
      milesSaved: z.number().int(),
      kgCo2eSaved: z.number().int(),
      kgCo2ePerMile: z.number(),
      source: z.string(),
      year: z.number().int(),
      confirmed: z.boolean(),
    })
    .nullable(),
});
/** Fairness of a quarter or a round, for publication. */
export type PublicFairness = z.infer<typeof publicFairnessSchema>;

const own: Readonly<Record<string, string>> = { yes: 'Has DPPs of its own', no: 'Has no DPP of its own' };

const wordsFor = (dimension: FairnessDimension, id: string, { placeName }: PlaceNames): string => {
  if (dimension === 'place') return placeName(id);
  return dimension === 'ownDpps' ? (own[id] ?? id) : wordsOf(id);
};

/** Groups with fewer learners than this are suppressed. */
const SMALLEST_GROUP = 10;

const toNearest = (step: number, value: number): number => Math.round(value / step) * step;

const lineOf = ({ id, ...line }: FairnessLine, words: string): PublicFairnessLine =>
  line.learners < SMALLEST_GROUP
    ? { id, words, learners: null, share: null, waitingDays: null, roadMinutes: null, roadMiles: null }
    : {
        id,
        words,
        learners: toNearest(5, line.learners),
        share: toNearest(5, (100 * line.placed) / line.learners),
        waitingDays: line.waitingDays,
        roadMinutes: line.placed < SMALLEST_SHOWN_LEARNERS ? null : (line.minutes ?? null),
        roadMiles: line.placed < SMALLEST_SHOWN_LEARNERS ? null : (line.miles ?? null),
      };

/**
 * Prepares fairness figures for publication. Rounds numbers of learners and shares, so that nobody can be
 * identified by subtracting groups from a total. Suppresses groups of fewer than 10 learners, and travel
 * figures of fewer than 5 learners.
 */
export const publicFairness = (
  { totals, by, firstCome, travel }: Fairness,
  meta: Pick<PublicFairness, 'licence' | 'generatedAt' | 'about'>,
  { name, geography }: ServiceSystem,
): PublicFairness => {
  const lines = (dimension: FairnessDimension): PublicFairnessLine[] =>
    by[dimension].map((line) => lineOf(line, wordsFor(dimension, line.id, geography)));
  return {
    ...meta,
    totals: lineOf(totals, name),
    by: {
      place: lines('place'),
      profession: lines('profession'),
      learnerType: lines('learnerType'),
      setting: lines('setting'),
      ownDpps: lines('ownDpps'),
    },
    firstComeShare:
      firstCome.learners < SMALLEST_GROUP
        ? null
        : toNearest(5, (100 * firstCome.placed) / firstCome.learners),
    travel:
      travel === undefined || travel.learners < SMALLEST_SHOWN_LEARNERS
        ? null
        : {
            learners: travel.learners,
            milesSaved: travel.milesSaved,
            kgCo2eSaved: travel.kgCo2eSaved,
            ...carFactor,
          },
  };
};

/** Names the learners of a report: "October to December 2026", "the round “September 2027”". */
export const aboutInWords = (about: FairnessAbout): string =>
  about.kind === 'quarter' ? quarterInWords(about.quarter) : `the round “${about.name}”`;

/** Names of the dimensions in pages, spreadsheets and digests. */
export const dimensionWords: Readonly<Record<FairnessDimension, string>> = {
  place: 'Place',
  profession: 'Profession of the learner',
  learnerType: 'Type of learner',
  setting: 'Setting wanted',
  ownDpps: 'Learner’s organisation',
};

/** Formats the report as CSV, one row per heading. An empty cell is a suppressed number. */
export const fairnessCsv = ({ totals, by, about, firstComeShare, travel }: PublicFairness): string => {
  const report = about.kind === 'quarter' ? about.quarter : about.name;
  const cells = (by: string, line: PublicFairnessLine): string[] => [
    report,
    by,
    line.words,
    ...[line.learners, line.share, line.waitingDays, line.roadMinutes, line.roadMiles].map((each) =>
      each === null ? '' : String(each),
    ),
    '',
  ];
  const other = (words: string, value: number): string[] => [
    report,
    'Rounds',
    words,
    '',
    '',
    '',
    '',
    '',
    String(value),
  ];
  return csvOf([
    [
      'Quarter or round',
      'Counted by',
      'Heading',
      'Learners',
      'Percent with a place',
      'Days waited (median)',
      'Minutes by road (median)',
      'Miles by road (median)',
      'Other figure',
    ],
    cells('Everything', totals),
    ...fairnessDimensions.flatMap((dimension) =>
      by[dimension].map((line) => cells(dimensionWords[dimension], line)),
    ),
    ...(firstComeShare === null
      ? []
      : [other('Percent who would have a place under first come, first served', firstComeShare)]),
    ...(travel === null
      ? []
      : [
          other('Miles by road saved compared with first come, first served', travel.milesSaved),
          other(`kg CO2e saved (${travel.source}, ${travel.year})`, travel.kgCo2eSaved),
        ]),
  ]);
};
