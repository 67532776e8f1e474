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
 * The life of a round. A snapshot may be taken again until offers are made; one that is taken of a confirmed round is
 * its follow-up: those without an offer are matched again.
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

/** What a way of allocating comes to; points and miles of the placed, added up. */
export const tallySchema = z.strictObject({ placed: whole, points: z.int(), miles: whole });
export type Tally = z.infer<typeof tallySchema>;

/** A plan in figures: sign-off seats, the other seats, and what first come, first served would have given. */
export const roundSummarySchema = z.strictObject({
  learners: whole,
  /** Learners whose place was agreed or asked for before: kept. */
  pinned: whole,
  signOff: tallySchema,
  firstCome: tallySchema,
  otherSeats: z.strictObject({ wanted: whole, placed: whole }),
  completeTeams: whole,
});
export type RoundSummary = z.infer<typeof roundSummarySchema>;

export const roundPlanRefSchema = z.strictObject({
  /** Under which the plan's parts are filed. */
  id: z.string(),
  at: instantSchema,
  day: daySchema,
  /** SHA-256 of everything that went in. */
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
  /** First days of the courses that the round is for, both ends included. */
  startsFrom: daySchema,
  startsTo: daySchema,
  /** Only learners of this place; all when absent. */
  place: placeSchema.optional(),
  /** Decides the lottery and ties. Its hash is public from the first day, the seed itself once it is revealed. */
  seed: z.string(),
  seedHash: z.string(),
  revealedAt: instantSchema.optional(),
  /** Until when the round's learners are kept from being matched one by one. */
  heldUntil: instantSchema,
  /** 0 for the round itself, 1 for its first follow-up. */
  wave: whole,
  plan: roundPlanRefSchema.optional(),
  /** The plan of the round itself, of which follow-ups keep what stood: what is asked again under another policy. */
  firstPlan: z.string().optional(),
  /** The plan whose offers were made last: a follow-up that is being planned is not yet what the round came to. */
  confirmedPlan: z.string().optional(),
  /** When the first snapshot was taken whose plan was confirmed or may be: who asked later is not in this round. */
  firstSnapshotAt: instantSchema.optional(),
  confirmedAt: instantSchema.optional(),
  confirmedBy: z.string().optional(),
  offersMade: whole,
  createdAt: instantSchema,
  createdBy: z.string(),
  updatedAt: instantSchema,
});
/** A cohort that is matched as a whole instead of one learner after the other. */
export type Round = z.infer<typeof roundSchema>;
