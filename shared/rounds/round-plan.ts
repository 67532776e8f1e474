import * as z from 'zod';
import { quarterHours } from '../kernel/quarter-hours.ts';
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
import { formerRequirements, nearMissSchema, requirementNames } from '../matching/requirements/all.ts';

const whole = z.int().min(0);
const ids = z.array(z.string());

export const seatAssignmentSchema = z.strictObject({
  requestId: z.string(),
  seatId: z.string(),
  role: seatRoleSchema,
  practitionerId: z.string(),
  /** Whether the seat was offered or filled before this plan, so that no new offer is made. */
  kept: z.boolean(),
  /** Sum of the contributions, in points. */
  points: z.int(),
  /** Minutes by road to the practitioner's nearest site; plans of version 0.2.0 or earlier have none. */
  minutes: whole.optional(),
  /** Whole miles to that site: by road if there are minutes, otherwise in a straight line. */
  miles: whole,
  contributions: z.array(contributionSchema),
  /**
   * Rank of the practitioner among all who could take the seat (1 fits best); `of` is the number of these
   * practitioners. Both numbers are 0 for a kept seat.
   */
  rank: whole,
  of: whole,
  /**
   * Practitioners who fit better but whom the plan gives to other learners, best first, each with the
   * difference in points. Only the first few are listed.
   */
  passedOver: z.array(z.strictObject({ practitionerId: z.string(), points: whole })),
});
export type SeatAssignment = z.infer<typeof seatAssignmentSchema>;

const value = z.union([z.string(), z.number(), z.array(z.string()).readonly()]);
const requirementName = z.enum([...requirementNames, ...formerRequirements.map(({ name }) => name)]);
const requirementSchema = z.strictObject({ name: requirementName, wanted: value, found: value });

/**
 * The smallest set of requirements to drop so that at least one practitioner becomes eligible. `count` is the
 * number of practitioners who would become eligible.
 */
const smallestChangeSchema = z.strictObject({
  requirements: z.array(requirementName),
  count: whole,
  examples: z.array(z.strictObject({ practitionerId: z.string(), unmet: z.array(requirementSchema) })),
});
export type SmallestChange = z.infer<typeof smallestChangeSchema>;

export const unplacedSeatSchema = z.strictObject({
  requestId: z.string(),
  seatId: z.string(),
  role: seatRoleSchema,
  /** `sign-off-first`: this seat is not matched until the learner's sign-off seat is placed. */
  reason: z.enum(['no-eligible-practitioner', 'outcompeted', 'sign-off-first']),
  of: whole,
  /**
   * Ids of the requests that compete for the same places, and of the practitioners and quotas that are full.
   */
  competitors: ids,
  bottlenecks: ids,
  nearMisses: z.array(nearMissSchema),
  smallestChange: smallestChangeSchema.optional(),
});
export type UnplacedSeat = z.infer<typeof unplacedSeatSchema>;

/** One learner's outcome: only the attributes needed to measure fairness. */
export const learnerOutcomeSchema = z.strictObject({
  requestId: z.string(),
  kept: z.boolean(),
  placed: z.boolean(),
  waitingDays: whole,
  points: z.int().optional(),
  minutes: whole.optional(),
  /** Whole miles: by road if there are minutes, otherwise in a straight line. */
  miles: whole.optional(),
  place: placeSchema,
  profession: professionSchema,
  learnerType: learnerTypeSchema,
  setting: settingSchema,
  /** Id of the learner's employer. */
  organisationId: z.string(),
  /** Whether the learner's employer has DPPs of its own. */
  ownDpps: z.boolean(),
  hostOrganisationId: z.string().optional(),
  hostPlace: placeSchema.optional(),
  seats: whole,
  seatsPlaced: whole,
  hours: quarterHours(),
  hoursPlaced: quarterHours(),
  /**
   * Result under first come, first served: whether the learner would have been placed, and how far away, as above.
   */
  firstCome: z.strictObject({
    placed: z.boolean(),
    minutes: whole.optional(),
    miles: whole.optional(),
  }),
});
export type LearnerOutcome = z.infer<typeof learnerOutcomeSchema>;

export const bottleneckSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['practitioner', 'organisation', 'place', 'system']),
  /** Number of unplaced learners for whom this is a bottleneck. */
  learners: whole,
});
export type Bottleneck = z.infer<typeof bottleneckSchema>;

export const stageResultSchema = z.strictObject({
  roles: z.array(seatRoleSchema),
  objective: allocationSchema.shape.objective,
  certificate: allocationSchema.shape.certificate,
  /** Points added to every pair so that no cost is negative. */
  shift: whole,
});

export const roundPlanSchema = z.strictObject({
  summary: roundSummarySchema,
  stages: z.array(stageResultSchema),
  assignments: z.array(seatAssignmentSchema),
  unplaced: z.array(unplacedSeatSchema),
  outcomes: z.array(learnerOutcomeSchema),
  bottlenecks: z.array(bottleneckSchema),
  /**
   * Value in points of one more place, by id of the practitioner. Values are capped, and those of 0 are left
   * out.
   */
  pressure: z.record(z.string(), whole),
});
/** The complete result of matching a round. */
export type RoundPlan = z.infer<typeof roundPlanSchema>;
