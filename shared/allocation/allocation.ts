import * as z from 'zod';

const id = z.string();
const whole = z.int().min(0);

const unplaced = z.strictObject({
  learner: id,
  reason: z.enum(['no-eligible-practitioner', 'outcompeted']),
  /** The placed learners of the smallest set that, with this learner, has one place fewer than members. */
  competitors: z.array(id).readonly(),
  /** The practitioners, groups and limits that leave that set no more places. */
  bottlenecks: z.array(id).readonly(),
});

/** What one more place here would be worth: learners (in the order's weights), then points, then hash. */
const price = z.strictObject({ id, priority: z.int(), cost: z.int(), tieBreak: z.int() });

const certificate = z.strictObject({
  /** What one pair over the worst band's edge counts in the prices' points; 0 without that switch. */
  worstBandWeight: whole,
  /** Practitioners, groups and limits whose price is not zero, by id. */
  prices: z.array(price),
});

export const allocationSchema = z.strictObject({
  assignments: z.array(z.strictObject({ learner: id, practitioner: id, cost: whole })),
  unplaced: z.array(unplaced),
  objective: z.strictObject({ placed: whole, worstBand: whole, totalCost: whole, tieBreak: whole }),
  certificate,
});

/** Who goes where, who goes nowhere and why, what it costs, and the proof that nothing better exists. */
export type Allocation = z.infer<typeof allocationSchema>;
export type Unplaced = z.infer<typeof unplaced>;
export type Certificate = z.infer<typeof certificate>;
export type Price = z.infer<typeof price>;
