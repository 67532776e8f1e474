import * as z from 'zod';
import { criteriaWeights } from './criteria/all.ts';
import { requirementWeights } from './requirements/all.ts';

/**
 * The numbers that decide how well a practitioner suits a learner, in points: 1 point is about 6 seconds of
 * travel. Each number is defined in the module of its criterion or requirement, with its reason. When a number
 * changes, `version` must change too; offers and rounds keep the version by which they were judged.
 */
export const policySchema = z.strictObject({
  version: z.string().min(1),
  ...criteriaWeights,
  ...requirementWeights,
});
export type Policy = z.infer<typeof policySchema>;

/** The current policy: placeholder values until the programme team sets them. */
// Parses without compiling the schema, because compiling it takes longer than parsing this one value.
export const policy: Policy = policySchema.parse({ version: '2026-12' }, { jitless: true });

/** A number used in decisions, with the reason for its value. */
interface Weight {
  readonly value: number;
  readonly reason: string;
}

/**
 * Settings that decide for how long, and how strongly, learners hosted in the past count in the balance between
 * organisations.
 */
export interface HostingBalancePolicy {
  /** Days after which a credit counts for half. */
  readonly halfLifeDays: Weight;
  /** Half-lives after which a credit no longer counts. */
  readonly forgottenAfter: Weight;
  /** Hours of supervision that count as one learner. */
  readonly learnerHours: Weight;
}

export const hostingBalancePolicy: HostingBalancePolicy = {
  halfLifeDays: {
    value: 365,
    reason: 'Courses run once a year: a learner hosted a year ago counts half as much as one hosted today.',
  },
  forgottenAfter: {
    value: 5,
    reason: 'After 5 half-lives a learner counts as 1/32 of a learner, which makes no difference.',
  },
  learnerHours: {
    value: 90,
    reason:
      'The usual number of hours of learning in practice, so that ten hours with a spoke supervisor do not count as a whole learner.',
  },
};
