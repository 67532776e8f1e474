import * as z from 'zod';
import type { Machine } from '../kernel/state-machine.ts';
import { instantSchema } from '../kernel/time.ts';
import { seatRoleSchema } from '../reference/vocabulary.ts';

export const offerStates = ['pending', 'accepted', 'declined', 'lapsed', 'withdrawn'] as const;
export const offerStateSchema = z.enum(offerStates);
export type OfferState = z.infer<typeof offerStateSchema>;

export const offerEvents = ['accept', 'decline', 'lapse', 'withdraw', 'undo'] as const;
export type OfferEvent = (typeof offerEvents)[number];

/** The life of an offer to one practitioner for one seat. `undo` is open for an hour after the decision. */
export const offerMachine: Machine<OfferState, OfferEvent> = {
  pending: { accept: 'accepted', decline: 'declined', lapse: 'lapsed', withdraw: 'withdrawn' },
  accepted: { undo: 'pending', withdraw: 'withdrawn' },
  declined: { undo: 'pending' },
  lapsed: {},
  withdrawn: {},
};

export const declineReasons = [
  { id: 'no-time', words: 'I do not have time now' },
  { id: 'no-place', words: 'My places are taken' },
  { id: 'outside-my-area', words: 'It is outside my clinical area' },
  { id: 'too-far', words: 'It is too far away' },
  { id: 'employer', words: 'My employer does not agree' },
  { id: 'conflict', words: 'I have a conflict of interest' },
  { id: 'other', words: 'Another reason' },
] as const;
export const declineReasonSchema = z.enum(declineReasons.map(({ id }) => id));
export type DeclineReason = z.infer<typeof declineReasonSchema>;

/** One part of a pair's cost, in points (1 point is about 6 seconds of travel); may be negative. */
export const contributionSchema = z.strictObject({
  criterion: z.string(),
  points: z.number().int(),
  /** The facts behind it, as numbers and words that a sentence can be made from: { miles: 6 }. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Contribution = z.infer<typeof contributionSchema>;

export const offerSchema = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  state: offerStateSchema,
  requestId: z.string(),
  seatId: z.string(),
  role: seatRoleSchema,
  practitionerId: z.string(),
  /** 1 for the practitioner who fits best among all who were eligible. */
  rank: z.number().int(),
  eligibleCount: z.number().int(),
  cost: z.number().int(),
  contributions: z.array(contributionSchema),
  policy: z.string(),
  holdsPlace: z.boolean(),
  roundId: z.string().optional(),
  madeAt: instantSchema,
  remindAt: instantSchema,
  expiresAt: instantSchema,
  remindedAt: instantSchema.optional(),
  decidedAt: instantSchema.optional(),
  declineReason: declineReasonSchema.optional(),
  declineNote: z.string().optional(),
  matchId: z.string().optional(),
});
/** A place with one practitioner, offered for one seat of one request, with the reasons. */
export type Offer = z.infer<typeof offerSchema>;
