import * as z from 'zod';
import { type Instant, instantSchema } from '../kernel/time.ts';

export const conflictKinds = [
  'line-manager',
  'relative-or-close-tie',
  'business-or-financial',
  'sponsors-the-place',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** The decision of the programme team. `at` is missing in decisions that version 0.1.0 recorded. */
const decisionSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('undecided') }),
  z.strictObject({ is: z.literal('cleared'), by: z.string(), at: instantSchema.optional() }),
]);

export const conflictSchema = z.strictObject({
  kind: z.enum(conflictKinds),
  name: z.string().optional(),
  address: z.string().optional(),
  /**
   * Id of the practitioner, set if the practitioner declared the conflict. It is stored instead of a name or
   * an address.
   */
  practitionerId: z.string().optional(),
  /**
   * Set if the name or the address is free text from version 0.1.0, kept as written. Such text may name more than
   * one person.
   */
  oldText: z.literal(true).optional(),
  decision: decisionSchema,
});
/**
 * A conflict of interest between a learner and one person who could be asked to supervise them, with the
 * team's decision about the conflict.
 */
export type DeclaredConflict = z.infer<typeof conflictSchema>;

/**
 * Reads one person from free text of version 0.1.0: an address if the text contains an @, otherwise a name. Never
 * splits the text.
 */
export const personInOldText = (text: string): Pick<DeclaredConflict, 'name' | 'address' | 'oldText'> =>
  text.includes('@') ? { address: text, oldText: true } : { name: text, oldText: true };

/**
 * Whether the team has yet to decide about a conflict. Until it does, the person is not asked to supervise.
 */
export const isUndecided = ({ decision }: DeclaredConflict): boolean => decision.is === 'undecided';

/** Records that the team cleared a conflict. A conflict that is already decided is left unchanged. */
export const clearedConflict = (conflict: DeclaredConflict, by: string, at: Instant): DeclaredConflict =>
  isUndecided(conflict) ? { ...conflict, decision: { is: 'cleared', by, at } } : conflict;
