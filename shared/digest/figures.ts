import * as z from 'zod';
import { declineReasonSchema } from '../offers/offer.ts';
import { daySchema } from '../kernel/time.ts';
import { quarterSchema } from '../insights/quarter.ts';
import { clinicalAreaSchema, placeSchema, professionSchema } from '../reference/vocabulary.ts';

const count = z.number().int();

const tallySchema = z.strictObject({
  /** A place, a profession or a clinical area. */
  id: z.string(),
  offered: count,
  taken: count,
  free: count,
  /** Learners who wait for a DPP. */
  waiting: count,
});
/** Places against the learners who wait, under one heading. */
export type Tally = z.infer<typeof tallySchema>;

/** A learner who still waits although a DPP should have been named: what, where and since when, never who. */
const overdueSchema = z.strictObject({
  profession: professionSchema,
  area: clinicalAreaSchema,
  place: placeSchema,
  signOffNeededBy: daySchema,
});

const exchangeSchema = z.strictObject({ organisation: z.string(), hosted: count, placed: count });
/** Learners of others whom an organisation hosts, and its own whom others host. */
export type Exchange = z.infer<typeof exchangeSchema>;

/** Learners whom a new DPP of this place and area could take among those who compete for too few places. */
const oneMoreSchema = z.strictObject({
  place: placeSchema,
  area: clinicalAreaSchema,
  town: z.string(),
  learners: count,
});

/** Learners of a place, how many of them have a place, and the medians of days waited and miles. */
const faredSchema = z.strictObject({
  place: placeSchema,
  learners: count,
  placed: count,
  waitingDays: count,
  miles: count.optional(),
});

/** What the latest round came to, against first come, first served. */
const lastRoundSchema = z.strictObject({
  name: z.string(),
  confirmedOn: daySchema,
  learners: count,
  placed: count,
  /** Whom first come, first served would have placed. */
  firstComePlaced: count,
  /** On roads, there and back, for the whole time of learning; below 0 when more is travelled. */
  milesSaved: count,
  kgCo2eSaved: count,
});

export const figuresSchema = z.strictObject({
  day: daySchema,
  /** Learners with an open request. */
  waiting: count,
  /** Of those, the ones whose DPP has to be named within eight weeks, and the last of those days. */
  waitingSoon: count,
  soonBy: daySchema.optional(),
  offered: count,
  taken: count,
  free: count,
  byPlace: z.array(tallySchema),
  byProfession: z.array(tallySchema),
  byArea: z.array(tallySchema),
  pastSignOff: z.array(overdueSchema),
  /** Matches agreed in the seven days before. */
  agreed: count,
  /** Offers declined in the seven days before, by reason; none are left out. */
  declines: z.array(z.strictObject({ reason: declineReasonSchema, count })),
  /** Listings whose details nobody has confirmed for 90 days or longer. */
  unconfirmed: count,
  awaitingCheck: count,
  /** DPPs who plan to stop within twelve months. */
  leaving: count,
  giveAndTake: z.array(exchangeSchema),
  /** Where one more DPP would help most, the most helpful first; not for an organisation. */
  oneMore: z.array(oneMoreSchema).optional(),
  /** How the learners fared who asked in this quarter, by place; not for an organisation. */
  fairness: z.strictObject({ quarter: quarterSchema, byPlace: z.array(faredSchema) }).optional(),
  /** For the whole system only. */
  lastRound: lastRoundSchema.optional(),
});
/** What a digest counts. Raw numbers: `shown.ts` decides which of them may be seen. */
export type Figures = z.infer<typeof figuresSchema>;
