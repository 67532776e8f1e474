import * as z from 'zod';
import type { Machine } from '../kernel/state-machine.ts';
import { daySchema, instantSchema } from '../kernel/time.ts';
import { organisationRefSchema, placeSchema, seatRoleSchema } from '../reference/vocabulary.ts';

export const matchStates = ['agreed', 'started', 'completed', 'ended-early', 'undone'] as const;
export const matchStateSchema = z.enum(matchStates);
export type MatchState = z.infer<typeof matchStateSchema>;

export const matchEvents = ['start', 'complete', 'end-early', 'undo'] as const;
export type MatchEvent = (typeof matchEvents)[number];

/** The life of a match. Completion and an early end free the place. */
export const matchMachine: Machine<MatchState, MatchEvent> = {
  agreed: { start: 'started', complete: 'completed', 'end-early': 'ended-early', undo: 'undone' },
  started: { complete: 'completed', 'end-early': 'ended-early' },
  completed: {},
  'ended-early': {},
  undone: {},
};

export const endReasons = [
  { id: 'dpp-left', words: 'The DPP left or is away' },
  { id: 'learner-left', words: 'The learner left the course' },
  { id: 'employer', words: 'An employer ended it' },
  { id: 'not-working', words: 'It was not working' },
  { id: 'withdrawn', words: 'The request was withdrawn' },
  { id: 'other', words: 'Another reason' },
] as const;
export const endReasonSchema = z.enum(endReasons.map(({ id }) => id));
export type EndReason = z.infer<typeof endReasonSchema>;

export const feedbackSchema = z.strictObject({
  at: instantSchema,
  /** 1 (poor) to 5 (excellent). */
  rating: z.number().int().min(1).max(5),
  wouldAgain: z.boolean(),
  comment: z.string().optional(),
});

export const matchSchema = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  state: matchStateSchema,
  requestId: z.string(),
  seatId: z.string(),
  role: seatRoleSchema,
  offerId: z.string(),
  practitionerId: z.string(),
  /** The learner's employer. */
  home: organisationRefSchema,
  homePlace: placeSchema,
  /** The practitioner's organisation. */
  host: organisationRefSchema,
  hostPlace: placeSchema,
  hours: z.number().int(),
  from: daySchema,
  to: daySchema,
  agreedAt: instantSchema,
  endedAt: instantSchema.optional(),
  endReason: endReasonSchema.optional(),
  endingAskedAt: instantSchema.optional(),
  learnerFeedback: feedbackSchema.optional(),
  practitionerFeedback: feedbackSchema.optional(),
});
/** A practitioner and a learner who agreed to work together in one seat. */
export type Match = z.infer<typeof matchSchema>;
