import * as z from 'zod';
import { labelled, type Labelled, labelledSchema } from '../directory/labelled.ts';
import { instantSchema } from '../kernel/time.ts';
import { clinicalAreas } from '../reference/clinical-areas.ts';
import type { Geography } from '../geography/geography.ts';
import { professions } from '../reference/professions.ts';
import type { SupplyAndDemand, SupplyTally } from './supply-and-demand.ts';
import { SMALLEST_SHOWN_DPPS, SMALLEST_SHOWN_LEARNERS, suppress, suppressOne } from './suppress.ts';

/** A count, or null if suppressed because it could identify a person. */
const shownSchema = z.number().int().nonnegative().nullable();

const countsSchema = z.strictObject({
  dpps: shownSchema,
  offered: shownSchema,
  taken: shownSchema,
  free: shownSchema,
  waiting: shownSchema,
  /** Number by which the waiting learners exceed the free places. */
  unmet: shownSchema,
});
export type Counts = z.infer<typeof countsSchema>;

const rowSchema = countsSchema.extend(labelledSchema.shape);
export type FigureRow = z.infer<typeof rowSchema>;

export const publicFiguresSchema = z.strictObject({
  licence: z.strictObject({ name: z.string(), url: z.string() }),
  generatedAt: instantSchema,
  totals: countsSchema,
  byPlace: z.array(rowSchema),
  byProfession: z.array(rowSchema),
  byArea: z.array(rowSchema),
  byDppProfession: z.array(rowSchema),
});
/** Supply and demand, for publication. */
export type PublicFigures = z.infer<typeof publicFiguresSchema>;

const countsOf = (tally: SupplyTally, dpps: number | undefined, waiting: number | undefined): Counts => {
  const supply = <Value>(value: Value): Value | null => (dpps === undefined ? null : value);
  const free = supply(tally.free);
  return {
    dpps: dpps ?? null,
    offered: supply(tally.offered),
    taken: supply(tally.taken),
    free,
    waiting: waiting ?? null,
    unmet: free === null || waiting === undefined ? null : Math.max(0, waiting - free),
  };
};

const rowsOf = (tallies: readonly SupplyTally[], list: readonly Labelled[]): FigureRow[] => {
  const dpps = suppress(
    tallies.map((tally) => tally.dpps),
    SMALLEST_SHOWN_DPPS,
  );
  const waiting = suppress(
    tallies.map((tally) => tally.waiting),
    SMALLEST_SHOWN_LEARNERS,
  );
  return tallies.flatMap((tally, index) =>
    tally.dpps === 0 && tally.waiting === 0
      ? []
      : [{ ...labelled(list, tally.id), ...countsOf(tally, dpps[index], waiting[index]) }],
  );
};

/**
 * Prepares supply and demand for publication: suppresses small counts, adds words for headings, omits empty
 * rows.
 */
export const publicFigures = (
  { totals, byPlace, byProfession, byArea, byDppProfession }: SupplyAndDemand,
  meta: Pick<PublicFigures, 'licence' | 'generatedAt'>,
  { places }: Geography,
): PublicFigures => ({
  ...meta,
  totals: countsOf(
    totals,
    suppressOne(totals.dpps, SMALLEST_SHOWN_DPPS),
    suppressOne(totals.waiting, SMALLEST_SHOWN_LEARNERS),
  ),
  byPlace: rowsOf(
    byPlace,
    places.map(({ id, name }) => ({ id, words: name })),
  ),
  byProfession: rowsOf(byProfession, professions),
  byArea: rowsOf(byArea, clinicalAreas),
  byDppProfession: rowsOf(byDppProfession, professions),
});
