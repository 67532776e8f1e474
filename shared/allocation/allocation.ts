import * as z from 'zod';

const id = z.string();
const whole = z.int().min(0);

const unplaced = z.strictObject({
  learner: id,
  reason: z.enum(['no-eligible-practitioner', 'outcompeted']),
  /**
   * Placed learners in this learner's competition set. This is the smallest set of learners that includes
   * this learner and has exactly one member more than there are places for its members.
   */
  competitors: z.array(id).readonly(),
  /**
   * Ids of the full practitioners, groups and limits, because of which the competition set can have no
   * further place.
   */
  bottlenecks: z.array(id).readonly(),
});

/**
 * Value of one more place at a node. Its components are compared in this order: priority (a learner's weight
 * by the published order), points, hash.
 */
const price = z.strictObject({ id, priority: z.int(), cost: z.int(), tieBreak: z.int() });

const certificate = z.strictObject({
  /** Weight in points of one pair above the worst band's edge; 0 if there is no edge. */
  worstBandWeight: whole,
  /** Practitioners, groups and limits with a non-zero price, by id. */
  prices: z.array(price),
});

export const allocationSchema = z.strictObject({
  assignments: z.array(z.strictObject({ learner: id, practitioner: id, cost: whole })),
  unplaced: z.array(unplaced),
  objective: z.strictObject({ placed: whole, worstBand: whole, totalCost: whole, tieBreak: whole }),
  certificate,
});

/**
 * Result of an allocation: who is placed where, who is unplaced and why, what it costs, and the proof that it
 * is optimal.
 */
export type Allocation = z.infer<typeof allocationSchema>;
export type Unplaced = z.infer<typeof unplaced>;
export type Certificate = z.infer<typeof certificate>;
export type Price = z.infer<typeof price>;
