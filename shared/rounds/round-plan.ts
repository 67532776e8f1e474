import * as z from 'zod';
import { contributionSchema } from '../offers/offer.ts';
import { roundSummarySchema } from './round.ts';
import {
  learnerTypeSchema,
  placeSchema,
  professionSchema,
  seatRoleSchema,
  settingSchema,
} from '../reference/vocabulary.ts';
import { allocationSchema } from '../allocation/allocation.ts';
import { requirementNames } from '../matching/requirements.ts';

const whole = z.int().min(0);
const ids = z.array(z.string());

export const seatAssignmentSchema = z.strictObject({
  requestId: z.string(),
  seatId: z.string(),
  role: seatRoleSchema,
  practitionerId: z.string(),
  /** Asked or agreed before: no offer is made. */
  kept: z.boolean(),
  /** The sum of the contributions. */
  points: z.int(),
  /** In a straight line, to the nearest site. */
  miles: whole,
  contributions: z.array(contributionSchema),
  /** 1 for who fits this learner best among all who could take the seat, and how many could; 0 of 0 when asked before the round. */
  rank: whole,
  of: whole,
  /** The nearest of those who fit better and are not given, best first, with the points by which they do. */
  passedOver: z.array(z.strictObject({ practitionerId: z.string(), points: whole })),
});
export type SeatAssignment = z.infer<typeof seatAssignmentSchema>;

const nearMissSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('travel-further'), miles: whole, count: whole }),
  z.strictObject({ change: z.literal('accept-remote'), count: whole }),
  z.strictObject({ change: z.literal('other-dates'), count: whole }),
  z.strictObject({ change: z.literal('other-area'), count: whole }),
  z.strictObject({ change: z.literal('wait-for-place'), count: whole }),
  z.strictObject({ change: z.literal('wait-for-answers'), count: whole }),
  z.strictObject({ change: z.literal('wait-for-confirmation'), count: whole }),
]);

const value = z.union([z.string(), z.number(), z.array(z.string()).readonly()]);
const requirementSchema = z.strictObject({ name: z.enum(requirementNames), wanted: value, found: value });

/** The fewest requirements that stand between a learner and anybody, and who that is. */
const smallestChangeSchema = z.strictObject({
  requirements: z.array(z.enum(requirementNames)),
  count: whole,
  examples: z.array(z.strictObject({ practitionerId: z.string(), unmet: z.array(requirementSchema) })),
});
export type SmallestChange = z.infer<typeof smallestChangeSchema>;

export const unplacedSeatSchema = z.strictObject({
  requestId: z.string(),
  seatId: z.string(),
  role: seatRoleSchema,
  /** `sign-off-first`: nobody is sought for this seat while the one that signs off has nobody. */
  reason: z.enum(['no-eligible-practitioner', 'outcompeted', 'sign-off-first']),
  of: whole,
  /** Requests whose learners compete for the same places, and the practitioners and quotas that leave no more. */
  competitors: ids,
  bottlenecks: ids,
  nearMisses: z.array(nearMissSchema),
  smallestChange: smallestChangeSchema.optional(),
});
export type UnplacedSeat = z.infer<typeof unplacedSeatSchema>;

/** What one learner got: all that fairness is counted from, and nothing else about them. */
export const learnerOutcomeSchema = z.strictObject({
  requestId: z.string(),
  kept: z.boolean(),
  placed: z.boolean(),
  waitingDays: whole,
  points: z.int().optional(),
  miles: whole.optional(),
  place: placeSchema,
  profession: professionSchema,
  learnerType: learnerTypeSchema,
  setting: settingSchema,
  organisationId: z.string(),
  /** Whether the learner's organisation has DPPs of its own. */
  ownDpps: z.boolean(),
  hostOrganisationId: z.string().optional(),
  hostPlace: placeSchema.optional(),
  seats: whole,
  seatsPlaced: whole,
  hours: whole,
  hoursPlaced: whole,
  /** First come, first served would have given them a place, and that many miles away. */
  firstCome: z.strictObject({ placed: z.boolean(), miles: whole.optional() }),
});
export type LearnerOutcome = z.infer<typeof learnerOutcomeSchema>;

export const bottleneckSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['practitioner', 'organisation', 'place', 'system']),
  /** Learners without a place whom one more here would concern. */
  learners: whole,
});
export type Bottleneck = z.infer<typeof bottleneckSchema>;

export const stageResultSchema = z.strictObject({
  roles: z.array(seatRoleSchema),
  objective: allocationSchema.shape.objective,
  certificate: allocationSchema.shape.certificate,
  /** Points that were added to every pair, so that none is below nothing. */
  shift: whole,
});

export const roundPlanSchema = z.strictObject({
  summary: roundSummarySchema,
  stages: z.array(stageResultSchema),
  assignments: z.array(seatAssignmentSchema),
  unplaced: z.array(unplacedSeatSchema),
  outcomes: z.array(learnerOutcomeSchema),
  bottlenecks: z.array(bottleneckSchema),
  /** Practitioner → how much a further place would have been worth, in points, capped; only those above nothing. */
  pressure: z.record(z.string(), whole),
});
/** Everything that a round's matching came to. */
export type RoundPlan = z.infer<typeof roundPlanSchema>;
