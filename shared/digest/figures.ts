import * as z from 'zod';
import { declineReasonSchema } from '../offers/offer.ts';
import { daySchema } from '../kernel/time.ts';
import { quarterSchema } from '../insights/quarter.ts';
import { clinicalAreaSchema, placeSchema, professionSchema } from '../reference/vocabulary.ts';

const count = z.number().int();

const tallySchema = z.strictObject({
  /** Id of a place, a profession or a clinical area. */
  id: z.string(),
  offered: count,
  taken: count,
  free: count,
  /** Learners waiting for a DPP. */
  waiting: count,
});
/** Places and waiting learners under one heading. */
export type Tally = z.infer<typeof tallySchema>;

/**
 * A learner who is still waiting after the sign-off date: what they need, where and since when, but not who
 * they are.
 */
const overdueSchema = z.strictObject({
  profession: professionSchema,
  area: clinicalAreaSchema,
  place: placeSchema,
  signOffNeededBy: daySchema,
});

const exchangeSchema = z.strictObject({ organisation: z.string(), hosted: count, placed: count });
/** Learners of other organisations whom one organisation hosts, and its own learners hosted by others. */
export type Exchange = z.infer<typeof exchangeSchema>;

/** Learners who compete for too few places and whom a new DPP in this place and clinical area could take. */
const oneMoreSchema = z.strictObject({
  place: placeSchema,
  area: clinicalAreaSchema,
  town: z.string(),
  learners: count,
});

/** Outcomes for the learners of a place: how many are placed, and the medians of days waited, and of minutes and miles by road. */
const faredSchema = z.strictObject({
  place: placeSchema,
  learners: count,
  placed: count,
  waitingDays: count,
  minutes: count.optional(),
  miles: count.optional(),
});

/** Result of the latest round, compared with first come, first served. */
const lastRoundSchema = z.strictObject({
  name: z.string(),
  confirmedOn: daySchema,
  learners: count,
  placed: count,
  /** Number of learners who would have been placed under first come, first served. */
  firstComePlaced: count,
  /**
   * Miles by road, there and back, saved over the whole period of learning; negative if more miles are
   * travelled.
   */
  milesSaved: count,
  kgCo2eSaved: count,
});

export const figuresSchema = z.strictObject({
  day: daySchema,
  /** Learners with an open request. */
  waiting: count,
  /**
   * Waiting learners who must name their DPP within eight weeks, and the latest day by which one of them must
   * do so.
   */
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
  /** Offers declined in the last seven days, by reason. Reasons that nobody gave are listed too. */
  declines: z.array(z.strictObject({ reason: declineReasonSchema, count })),
  /** Listings whose details were last confirmed as many days ago as the settings say (`askAfterDays`), or more. */
  unconfirmed: count,
  awaitingCheck: count,
  /** DPPs who plan to stop within twelve months. */
  leaving: count,
  /**
   * Balance of each organisation: learners hosted for others, and its own learners hosted by others. The
   * field is called `giveAndTake` because stored digests use this name.
   */
  giveAndTake: z.array(exchangeSchema),
  /**
   * Places and clinical areas in which one more DPP would help most, in descending order; absent in the digest of
   * an organisation.
   */
  oneMore: z.array(oneMoreSchema).optional(),
  /**
   * Outcomes by place for learners who made their request in this quarter; absent in the digest of an
   * organisation.
   */
  fairness: z.strictObject({ quarter: quarterSchema, byPlace: z.array(faredSchema) }).optional(),
  /** Present only in the digest of the whole system. */
  lastRound: lastRoundSchema.optional(),
});
/**
 * The figures of a digest, before small counts are suppressed; `protected-count.ts` decides which may be
 * shown.
 */
export type Figures = z.infer<typeof figuresSchema>;
