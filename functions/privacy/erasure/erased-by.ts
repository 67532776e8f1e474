import { type Actor, type TeamWords, teamWordsRow } from '../../store/audit-row.ts';
import type { Change } from '../../store/table/table.ts';

/** The actor of an erasure, and the words of the team if it erases for somebody. */
export interface ErasedBy {
  readonly actor: Actor;
  readonly words?: TeamWords;
}

/** Returns the actor of an erasure that somebody makes on their own page. */
export const bySelf = (actor: 'practitioner' | 'requester'): ErasedBy => ({ actor });

/**
 * Makes the row with the team's words about an erasure. It is written with the erasure, after all earlier words are
 * deleted, and remains: it says on whose word the person was erased.
 */
export const wordsOfErasure = (
  subject: string,
  at: string,
  id: string,
  { words }: ErasedBy,
): readonly Change[] => (words === undefined ? [] : [teamWordsRow(subject, at, id, words)]);
