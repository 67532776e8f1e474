import type { Practitioner } from '../people/practitioner.ts';
import { meetsAll, type RequirementQuery } from './requirements/unmet-requirements.ts';

/**
 * The practitioners among whom seats are filled. Searches read practitioners only through this interface, so
 * that practitioners need not come from the rows of the table.
 */
export interface CandidatePool {
  /** The practitioners who meet every requirement of a seat, in the order of the pool. */
  readonly candidates: (query: RequirementQuery) => readonly Practitioner[];
  /** Replaces the practitioner who has the same id; does nothing if there is none. */
  readonly replace: (practitioner: Practitioner) => void;
}

/** A pool that checks every practitioner for each seat. For many seats, use `indexedPool`. */
export const scannedPool = (practitioners: readonly Practitioner[]): CandidatePool => {
  const pool = [...practitioners];
  return {
    candidates: (query) => pool.filter((practitioner) => meetsAll(query, practitioner)),
    replace: (changed) => {
      const position = pool.findIndex(({ id }) => id === changed.id);
      if (position >= 0) pool[position] = changed;
    },
  };
};
