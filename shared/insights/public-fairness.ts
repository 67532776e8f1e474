import * as z from 'zod';
import { csvOf } from '../directory/csv.ts';
import { instantSchema } from '../domain/time.ts';
import {
  type Fairness,
  type FairnessDimension,
  fairnessDimensions,
  type FairnessLine,
} from '../matching/fairness.ts';
import { wordsOf } from '../matching/explain-words.ts';
import { carFactor } from '../reference/travel.ts';
import { quarterSchema } from './quarter.ts';
import { SMALLEST_SHOWN_LEARNERS } from './suppress.ts';

const shown = z.number().int().nullable();
const lineSchema = z.strictObject({
  id: z.string(),
  words: z.string(),
  /** To the nearest 5; null where there are fewer than 10. */
  learners: shown,
  /** Percent with a place, to the nearest 5. */
  share: shown,
  /** Medians. */
  waitingDays: shown,
  miles: shown,
});
export type PublicFairnessLine = z.infer<typeof lineSchema>;

export const publicFairnessSchema = z.strictObject({
  licence: z.strictObject({ name: z.string(), url: z.string() }),
  generatedAt: instantSchema,
  quarter: quarterSchema,
  totals: lineSchema,
  by: z.record(z.enum(fairnessDimensions), z.array(lineSchema)),
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
/** How learners fared in a quarter, as anyone may see it. */
export type PublicFairness = z.infer<typeof publicFairnessSchema>;

const own: Readonly<Record<string, string>> = { yes: 'Has DPPs of its own', no: 'Has no DPP of its own' };

const wordsFor = (dimension: FairnessDimension, id: string): string =>
  dimension === 'ownDpps' ? (own[id] ?? id) : wordsOf(id);

/** Of fewer learners than this nothing is told. */
const SMALLEST_GROUP = 10;

const toNearest = (step: number, value: number): number => Math.round(value / step) * step;

const lineOf = ({ id, ...line }: FairnessLine, words: string): PublicFairnessLine =>
  line.learners < SMALLEST_GROUP
    ? { id, words, learners: null, share: null, waitingDays: null, miles: null }
    : {
        id,
        words,
        learners: toNearest(5, line.learners),
        share: toNearest(5, (100 * line.placed) / line.learners),
        waitingDays: line.waitingDays,
        miles: line.placed < SMALLEST_SHOWN_LEARNERS ? null : (line.miles ?? null),
      };

/**
 * Raw fairness → what may be seen. Numbers of learners and shares are rounded, so that nobody can be found by taking
 * what is shown from a total; groups of fewer than 10, and miles of fewer than 5, are not told.
 */
export const publicFairness = (
  { totals, by, travel }: Fairness,
  meta: Pick<PublicFairness, 'licence' | 'generatedAt' | 'quarter'>,
): PublicFairness => {
  const lines = (dimension: FairnessDimension): PublicFairnessLine[] =>
    by[dimension].map((line) => lineOf(line, wordsFor(dimension, line.id)));
  return {
    ...meta,
    totals: lineOf(totals, 'Kent and Medway'),
    by: {
      place: lines('place'),
      profession: lines('profession'),
      learnerType: lines('learnerType'),
      setting: lines('setting'),
      ownDpps: lines('ownDpps'),
    },
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

/** What each dimension is called, in pages, spreadsheets and digests. */
export const dimensionWords: Readonly<Record<FairnessDimension, string>> = {
  place: 'Place',
  profession: 'Profession of the learner',
  learnerType: 'Type of learner',
  setting: 'Setting wanted',
  ownDpps: 'Learner’s organisation',
};

/** The same as a spreadsheet: one row a heading; an empty cell is a hidden number. */
export const fairnessCsv = ({ totals, by, quarter, travel }: PublicFairness): string => {
  const cells = (about: string, line: PublicFairnessLine): string[] => [
    quarter,
    about,
    line.words,
    ...[line.learners, line.share, line.waitingDays, line.miles].map((each) =>
      each === null ? '' : String(each),
    ),
  ];
  return csvOf([
    [
      'Quarter',
      'Counted by',
      'Heading',
      'Learners',
      'Percent with a place',
      'Days waited (median)',
      'Miles (median)',
    ],
    cells('Everything', totals),
    ...fairnessDimensions.flatMap((dimension) =>
      by[dimension].map((line) => cells(dimensionWords[dimension], line)),
    ),
    ...(travel === null
      ? []
      : [
          [quarter, 'Miles saved against first come, first served', String(travel.milesSaved)],
          [quarter, `kg CO2e saved (${travel.source}, ${travel.year})`, String(travel.kgCo2eSaved)],
        ]),
  ]);
};
