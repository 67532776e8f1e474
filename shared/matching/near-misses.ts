import { type NearMiss, nearMisses, type RequirementName } from './requirements/all.ts';
import type { SingleMiss } from './requirements/near-miss.ts';
import type { SeatQuery } from './query/seat-query.ts';

/**
 * Counts, for each single change, the practitioners whom it would make eligible, that is, those who miss
 * exactly one requirement. Sorted in the order in which learners read the changes.
 */
export const nearMissesOf = (
  query: SeatQuery,
  singles: readonly SingleMiss<RequirementName>[],
): readonly NearMiss[] => nearMisses.flatMap(({ find }): readonly NearMiss[] => find(query, singles));
