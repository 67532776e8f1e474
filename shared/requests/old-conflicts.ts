import * as z from 'zod';
import { conflictKinds, personInOldText } from './declared-conflict.ts';

/** A conflict as version 0.1.0 stored it. */
const oldConflict = z.looseObject({
  kind: z.enum(conflictKinds),
  who: z.string(),
  clearedBy: z.string().optional(),
});
const withConflicts = z.looseObject({ conflicts: z.array(z.unknown()) });

const converted = (conflict: unknown): unknown => {
  const old = oldConflict.safeParse(conflict);
  if (!old.success) return conflict;
  const { who, clearedBy, ...kept } = old.data;
  return {
    ...kept,
    ...personInOldText(who),
    decision: clearedBy === undefined ? { is: 'undecided' } : { is: 'cleared', by: clearedBy },
  };
};

/**
 * Changes a stored request whose conflicts hold free text (`who`) into a request whose conflicts hold people.
 * Conflicts that already hold people are left unchanged.
 * @param stored a value of any shape; a value that is not a request is returned unchanged, so that the
 * request's schema refuses it later
 */
export const withConflictsAsPeople = (stored: unknown): unknown => {
  const request = withConflicts.safeParse(stored);
  return request.success ? { ...request.data, conflicts: request.data.conflicts.map(converted) } : stored;
};
