import { type NearMiss, nearMisses, type RequirementName } from './requirements/all.ts';
import type { SingleMiss } from './requirements/near-miss.ts';
import type { SeatQuery } from './query/seat-query.ts';

/** Counts whom one change would open, among those who miss exactly one requirement, in the order learners read it. */
export const nearMissesOf = (
  query: SeatQuery,
  singles: readonly SingleMiss<RequirementName>[],
): readonly NearMiss[] => nearMisses.flatMap(({ find }): readonly NearMiss[] => find(query, singles));
