import * as z from 'zod';
import type { PlaceNames } from '../geography/geography.ts';
import { csvOf } from '../kernel/csv.ts';
import { instantSchema } from '../kernel/time.ts';
import { wordsOf } from '../reference/reference-words.ts';
import { clinicalAreaSchema, placeSchema } from '../reference/vocabulary.ts';
import type { WhereOneMoreHelps } from './one-more-dpp.ts';
import { type Shown, SMALLEST_SHOWN_LEARNERS, suppressOne } from './suppress.ts';

const shown = z.number().int().nullable();

export const publicOneMoreSchema = z.strictObject({
  licence: z.strictObject({ name: z.string(), url: z.string() }),
  generatedAt: instantSchema,
  waiting: shown,
  withoutPlace: shown,
  rows: z.array(
    z.strictObject({
      place: placeSchema,
      placeWords: z.string(),
      area: clinicalAreaSchema,
      areaWords: z.string(),
      town: z.string(),
      /**
       * Learners who compete for too few DPPs today and whom a new DPP in this place and clinical area could
       * take.
       */
      couldTake: z.number().int(),
      /**
       * Learners among `couldTake` for whom nobody is eligible today; null if the count could identify a person.
       */
      nobodyNow: shown,
      inRounds: shown,
    }),
  ),
  /**
   * Number of other combinations of place and clinical area in which a new DPP could take 1 to 4 learners.
   */
  others: z.number().int(),
});
/** Places and clinical areas in which one more DPP would help most, for publication. */
export type PublicOneMore = z.infer<typeof publicOneMoreSchema>;

const orNull = (count: Shown): number | null => count ?? null;
const learnersShown = (count: number): number | null => orNull(suppressOne(count, SMALLEST_SHOWN_LEARNERS));

/**
 * Prepares, for publication, the list of places and clinical areas in which one more DPP would help most.
 * Combinations with fewer than five learners are counted but not listed.
 */
export const publicOneMore = (
  { waiting, withoutPlace, rows }: WhereOneMoreHelps,
  meta: Pick<PublicOneMore, 'licence' | 'generatedAt'>,
  { placeName }: PlaceNames,
): PublicOneMore => {
  const told = rows.filter(({ couldTake }) => couldTake >= SMALLEST_SHOWN_LEARNERS);
  return {
    ...meta,
    waiting: learnersShown(waiting),
    withoutPlace: learnersShown(withoutPlace),
    rows: told.map(({ place, area, town, couldTake, nobodyNow, inRounds }) => ({
      place,
      placeWords: placeName(place),
      area,
      areaWords: wordsOf(area),
      town,
      couldTake,
      nobodyNow: learnersShown(nobodyNow),
      inRounds: learnersShown(inRounds),
    })),
    others: rows.length - told.length,
  };
};

/** Formats the result as CSV. An empty cell is a suppressed number. */
export const oneMoreCsv = ({ rows }: PublicOneMore): string =>
  csvOf([
    [
      'Place',
      'Clinical area',
      'Best town',
      'Learners that the new DPP could take',
      'Of these, learners that no DPP can take today',
      'Learners in recent rounds for whom no place was left',
    ],
    ...rows.map(({ placeWords, areaWords, town, couldTake, nobodyNow, inRounds }) => [
      placeWords,
      areaWords,
      town,
      String(couldTake),
      nobodyNow === null ? '' : String(nobodyNow),
      inRounds === null ? '' : String(inRounds),
    ]),
  ]);
