import * as z from 'zod';
import type { Machine } from '../kernel/state-machine.ts';
import { daySchema, instantSchema } from '../kernel/time.ts';
import { placeSchema } from '../reference/vocabulary.ts';

export const roundStates = [
  'gathering',
  'planning',
  'planned',
  'confirming',
  'confirmed',
  'closed',
  'abandoned',
] as const;
export const roundStateSchema = z.enum(roundStates);
export type RoundState = z.infer<typeof roundStateSchema>;

export const roundEvents = ['snapshot', 'solve', 'confirm', 'complete', 'close', 'abandon'] as const;
export type RoundEvent = (typeof roundEvents)[number];

/**
 * States of a round. A snapshot may be repeated until offers are made. A snapshot of a confirmed round starts
 * a follow-up, in which learners without an offer are matched again.
 */
export const roundMachine: Machine<RoundState, RoundEvent> = {
  gathering: { snapshot: 'planning', abandon: 'abandoned' },
  planning: { snapshot: 'planning', solve: 'planned', close: 'closed', abandon: 'abandoned' },
  planned: { snapshot: 'planning', confirm: 'confirming', close: 'closed', abandon: 'abandoned' },
  confirming: { complete: 'confirmed' },
  confirmed: { snapshot: 'planning', close: 'closed' },
  closed: {},
  abandoned: {},
};

const whole = z.int().min(0);

/**
 * Totals of an allocation; points, minutes and miles are sums over placed learners. Minutes and miles are by road; totals
 * of version 0.2.0 or earlier have no minutes, and their miles are in a straight line.
 */
export const tallySchema = z.strictObject({
  placed: whole,
  points: z.int(),
  minutes: whole.optional(),
  miles: whole,
});
export type Tally = z.infer<typeof tallySchema>;

/** A plan in figures: sign-off seats, other seats, and the result of first come, first served. */
export const roundSummarySchema = z.strictObject({
  learners: whole,
  /** Learners whose place was offered or agreed before this plan and is kept. */
  pinned: whole,
  signOff: tallySchema,
  firstCome: tallySchema,
  otherSeats: z.strictObject({ wanted: whole, placed: whole }),
  completeTeams: whole,
});
export type RoundSummary = z.infer<typeof roundSummarySchema>;

export const roundPlanRefSchema = z.strictObject({
  /** Id under which the plan's parts are stored. */
  id: z.string(),
  at: instantSchema,
  day: daySchema,
  /** SHA-256 of all inputs. */
  inputHash: z.string(),
  policy: z.string(),
  code: z.string(),
  learners: whole,
  practitioners: whole,
  summary: roundSummarySchema.optional(),
});
export type RoundPlanRef = z.infer<typeof roundPlanRefSchema>;

export const roundSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  state: roundStateSchema,
  name: z.string(),
  /** First and last possible start date of the courses, both inclusive. */
  startsFrom: daySchema,
  startsTo: daySchema,
  /** Limits the round to learners of this place; absent if the round is for all places. */
  place: placeSchema.optional(),
  /**
   * Seed that decides the lottery and ties. Its hash is public from the start, the seed itself once it is
   * revealed.
   */
  seed: z.string(),
  seedHash: z.string(),
  revealedAt: instantSchema.optional(),
  /** End of the time for which the round's learners are held back from individual matching. */
  heldUntil: instantSchema,
  /** 0 for the round itself, 1 for its first follow-up. */
  wave: whole,
  plan: roundPlanRefSchema.optional(),
  /** Plan of the round itself, before follow-ups; used to try other policies. */
  firstPlan: z.string().optional(),
  /** The last plan whose offers were made; differs from `plan` while a follow-up is being planned. */
  confirmedPlan: z.string().optional(),
  /**
   * Time at which the snapshot behind the first confirmed plan was taken. Requests made later are not in the
   * round.
   */
  firstSnapshotAt: instantSchema.optional(),
  confirmedAt: instantSchema.optional(),
  confirmedBy: z.string().optional(),
  offersMade: whole,
  createdAt: instantSchema,
  createdBy: z.string(),
  updatedAt: instantSchema,
});
/** A cohort that is matched as a whole instead of learner by learner. */
export type Round = z.infer<typeof roundSchema>;
