import { type NearMiss, nearMisses, type RequirementName } from './requirements/all.ts';
import type { SingleMiss } from './requirements/near-miss.ts';
import type { SeatQuery } from './query/seat-query.ts';

/**
 * Counts, for each single change, the practitioners whom it would make eligible. Sorted in the order in which
 * learners read the changes.
 * @param singles the practitioners who miss exactly one requirement; a single change makes no others eligible
 */
export const nearMissesOf = (
  query: SeatQuery,
  singles: readonly SingleMiss<RequirementName>[],
): readonly NearMiss[] => nearMisses.flatMap(({ find }): readonly NearMiss[] => find(query, singles));
