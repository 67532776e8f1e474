import * as z from 'zod';
import { type Instant, instantSchema } from '../kernel/time.ts';

export const conflictKinds = [
  'line-manager',
  'relative-or-close-tie',
  'business-or-financial',
  'sponsors-the-place',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** What the programme team decided. `at` is missing where 0.1.0 recorded the decision. */
const decisionSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('undecided') }),
  z.strictObject({ is: z.literal('cleared'), by: z.string(), at: instantSchema.optional() }),
]);

export const conflictSchema = z.strictObject({
  kind: z.enum(conflictKinds),
  name: z.string().optional(),
  address: z.string().optional(),
  /** Set where the practitioner declared the conflict: the learner does not have to name them. */
  practitionerId: z.string().optional(),
  /** The name or the address is free text of 0.1.0, as written: it may hold more than one person. */
  oldText: z.literal(true).optional(),
  decision: decisionSchema,
});
/** A tie between a learner and one person who could be asked to supervise, and what the team decided about it. */
export type DeclaredConflict = z.infer<typeof conflictSchema>;

/** The person in free text of 0.1.0: an address if it holds an @, otherwise one name. Never split. */
export const personInOldText = (text: string): Pick<DeclaredConflict, 'name' | 'address' | 'oldText'> =>
  text.includes('@') ? { address: text, oldText: true } : { name: text, oldText: true };

/** Whether the team has still to look at a conflict. Until then, the person is not asked. */
export const isUndecided = ({ decision }: DeclaredConflict): boolean => decision.is === 'undecided';

/** The conflict as the team cleared it; one that was cleared before stays as it is. */
export const clearedConflict = (conflict: DeclaredConflict, by: string, at: Instant): DeclaredConflict =>
  isUndecided(conflict) ? { ...conflict, decision: { is: 'cleared', by, at } } : conflict;
