import type { Practitioner } from '../people/practitioner.ts';
import { meetsAll, type RequirementQuery } from './requirements/unmet-requirements.ts';

/**
 * The practitioners among whom seats are filled. Searches ask it and nothing else, so that another source (rows of the
 * table today) needs only another pool.
 */
export interface CandidatePool {
  /** The practitioners who meet every requirement of a seat, in the order of the pool. */
  readonly candidates: (query: RequirementQuery) => readonly Practitioner[];
  /** Puts a practitioner who has changed in the place of the one with the same id; ignores strangers. */
  readonly replace: (practitioner: Practitioner) => void;
}

/** A pool that judges every practitioner for each seat. For many seats see `indexedPool`. */
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
