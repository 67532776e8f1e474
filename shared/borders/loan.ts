import * as z from 'zod';
import { quarterHours } from '../kernel/quarter-hours.ts';
import type { Machine } from '../kernel/state-machine.ts';
import { daySchema, instantSchema } from '../kernel/time.ts';

export const loanStates = ['lent', 'hosting', 'returned'] as const;
export type LoanState = (typeof loanStates)[number];

export const loanEvents = ['host', 'undo', 'return'] as const;
export type LoanEvent = (typeof loanEvents)[number];

/** States of a loan. */
export const loanMachine = {
  lent: { host: 'hosting', return: 'returned' },
  hosting: { undo: 'lent', return: 'returned' },
  returned: {},
} as const satisfies Machine<LoanState, LoanEvent>;

export const loanSchema = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  state: z.enum(loanStates),
  /** Id of the system to which the DPP belongs. */
  lender: z.string(),
  /** Id of the system of the learner. */
  borrower: z.string(),
  /** The DPP's id in the lending system. */
  practitionerId: z.string(),
  /** Id of the copy of the DPP's listing in the borrowing system. */
  guestId: z.string(),
  /** Id of the learner's request in the borrowing system. Loans of 0.3.0 do not have it. */
  requestId: z.string().exactOptional(),
  /** First and last day of the learner's period, for which the place is lent. */
  from: daySchema,
  to: daySchema,
  lentAt: instantSchema,
  /** The match that was agreed, when, and for how many hours. */
  matchId: z.string().optional(),
  hostingSince: instantSchema.optional(),
  hours: quarterHours().optional(),
  returnedAt: instantSchema.optional(),
});
/**
 * A place of a DPP that one system lends to its neighbour for one learner. Both systems store it: their loans are the
 * ledger between them.
 */
export type Loan = z.infer<typeof loanSchema>;
