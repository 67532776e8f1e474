import * as z from 'zod';
import type { Machine } from '../kernel/state-machine.ts';
import { instantSchema } from '../kernel/time.ts';
import { takenBackReasons } from '../requests/taken-back.ts';
import { seatRoleSchema } from '../reference/vocabulary.ts';

export const offerStates = ['pending', 'accepted', 'declined', 'lapsed', 'withdrawn'] as const;
export const offerStateSchema = z.enum(offerStates);
export type OfferState = z.infer<typeof offerStateSchema>;

export const offerEvents = ['accept', 'decline', 'lapse', 'withdraw', 'undo'] as const;
export type OfferEvent = (typeof offerEvents)[number];

/**
 * Life cycle of an offer to one practitioner for one seat. `undo` is possible for one hour after the decision. An
 * accepted offer stays accepted when its match ends: the match records the end.
 */
export const offerMachine = {
  pending: { accept: 'accepted', decline: 'declined', lapse: 'lapsed', withdraw: 'withdrawn' },
  accepted: { undo: 'pending' },
  declined: { undo: 'pending' },
  lapsed: {},
  withdrawn: {},
} as const satisfies Machine<OfferState, OfferEvent>;

export const declineReasons = [
  { id: 'no-time', words: 'I do not have time at the moment' },
  { id: 'no-place', words: 'My places are taken' },
  { id: 'outside-my-area', words: 'It is outside my clinical area' },
  { id: 'too-far', words: 'The learner is too far away' },
  { id: 'employer', words: 'My employer does not agree' },
  { id: 'conflict', words: 'I have a conflict of interest' },
  { id: 'other', words: 'Another reason' },
] as const;
export const declineReasonSchema = z.enum(declineReasons.map(({ id }) => id));
export type DeclineReason = z.infer<typeof declineReasonSchema>;

/** One part of the cost of a pair, in points (1 point is about 6 seconds of travel); may be negative. */
export const contributionSchema = z.strictObject({
  criterion: z.string(),
  points: z.number().int(),
  /** The facts behind the points, as numbers and codes that a sentence is made from: { minutes: 20 }. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Contribution = z.infer<typeof contributionSchema>;

/** Fields of an offer in every state. */
const made = {
  id: z.string(),
  version: z.number().int(),
  requestId: z.string(),
  seatId: z.string(),
  role: seatRoleSchema,
  practitionerId: z.string(),
  /** Rank among all practitioners who were eligible; 1 fits best. */
  rank: z.number().int(),
  eligibleCount: z.number().int(),
  /** Cost of the pair in points. */
  cost: z.number().int(),
  contributions: z.array(contributionSchema),
  /** Version of the policy that the ranking used. */
  policy: z.string(),
  /** Whether the offer uses one of the practitioner's places while it is pending. */
  holdsPlace: z.boolean(),
  roundId: z.string().optional(),
  madeAt: instantSchema,
  remindAt: instantSchema,
  expiresAt: instantSchema,
  remindedAt: instantSchema.optional(),
  /** Time since which the e-mail about the offer comes back and is sent again; absent once it has arrived. */
  notDeliveredSince: instantSchema.exactOptional(),
};
const decided = { ...made, decidedAt: instantSchema };

const variants = {
  pending: z.strictObject({ ...made, state: z.literal('pending') }),
  accepted: z.strictObject({ ...decided, state: z.literal('accepted'), matchId: z.string() }),
  declined: z.strictObject({
    ...decided,
    state: z.literal('declined'),
    declineReason: declineReasonSchema,
    declineNote: z.string().optional(),
  }),
  lapsed: z.strictObject({ ...decided, state: z.literal('lapsed') }),
  withdrawn: z.strictObject({
    ...decided,
    state: z.literal('withdrawn'),
    /** Why it was taken back from the practitioner; absent if the learner no longer needed an answer. */
    takenBack: z.enum(takenBackReasons).exactOptional(),
  }),
};

export const offerSchema = z.discriminatedUnion('state', [
  variants.pending,
  variants.accepted,
  variants.declined,
  variants.lapsed,
  variants.withdrawn,
]);

type Offers = { readonly [State in OfferState]: z.infer<(typeof variants)[State]> };
/** An offer that is in one of the given states. */
export type OfferIn<State extends OfferState> = Offers[State];
/** An offer to one practitioner to supervise in one seat of a request, with the reasons for choosing them. */
export type Offer = OfferIn<OfferState>;

/** Narrows an offer to one state, for `filter`. */
export const isOfferIn =
  <State extends OfferState>(state: State) =>
  (offer: Offer): offer is OfferIn<State> =>
    offer.state === state;
