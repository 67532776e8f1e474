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
  /** Learners waiting for a DPP. */
  waiting: count,
});
/** Places and waiting learners under one heading. */
export type Tally = z.infer<typeof tallySchema>;

/** A learner still waiting after the sign-off date: what, where and since when, but not who. */
const overdueSchema = z.strictObject({
  profession: professionSchema,
  area: clinicalAreaSchema,
  place: placeSchema,
  signOffNeededBy: daySchema,
});

const exchangeSchema = z.strictObject({ organisation: z.string(), hosted: count, placed: count });
/** Learners of others whom an organisation hosts, and its own whom others host. */
export type Exchange = z.infer<typeof exchangeSchema>;

/** Learners, among those who compete for too few places, whom a new DPP of this place and area could take. */
const oneMoreSchema = z.strictObject({
  place: placeSchema,
  area: clinicalAreaSchema,
  town: z.string(),
  learners: count,
});

/** Learners of a place, how many are placed, and the medians of waiting days and miles. */
const faredSchema = z.strictObject({
  place: placeSchema,
  learners: count,
  placed: count,
  waitingDays: count,
  miles: count.optional(),
});

/** Result of the latest round, compared with first come, first served. */
const lastRoundSchema = z.strictObject({
  name: z.string(),
  confirmedOn: daySchema,
  learners: count,
  placed: count,
  /** Learners whom first come, first served would have placed. */
  firstComePlaced: count,
  /** Miles by road, both ways, over the whole period of learning; negative if more is travelled. */
  milesSaved: count,
  kgCo2eSaved: count,
});

export const figuresSchema = z.strictObject({
  day: daySchema,
  /** Learners with an open request. */
  waiting: count,
  /** Those of them whose DPP must be named within eight weeks, and the last of these dates. */
  waitingSoon: count,
  soonBy: daySchema.optional(),
  offered: count,
  taken: count,
  free: count,
  byPlace: z.array(tallySchema),
  byProfession: z.array(tallySchema),
  byArea: z.array(tallySchema),
  pastSignOff: z.array(overdueSchema),
  /** Matches agreed in the last seven days. */
  agreed: count,
  /** Offers declined in the last seven days, by reason; all reasons are listed. */
  declines: z.array(z.strictObject({ reason: declineReasonSchema, count })),
  /** Listings not confirmed for `freshness.askAfterDays` or longer. */
  unconfirmed: count,
  awaitingCheck: count,
  /** DPPs who plan to stop within twelve months. */
  leaving: count,
  giveAndTake: z.array(exchangeSchema),
  /** Where one more DPP would help most, most helpful first; not for an organisation. */
  oneMore: z.array(oneMoreSchema).optional(),
  /** Outcomes by place for learners who asked in this quarter; not for an organisation. */
  fairness: z.strictObject({ quarter: quarterSchema, byPlace: z.array(faredSchema) }).optional(),
  /** For the whole system only. */
  lastRound: lastRoundSchema.optional(),
});
/** The figures of a digest. Not suppressed; `protected-count.ts` decides which may be shown. */
export type Figures = z.infer<typeof figuresSchema>;
