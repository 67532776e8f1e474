import type { Bottleneck, UnplacedSeat } from './round-plan.ts';

const kindOf = (id: string): Bottleneck['kind'] => {
  if (id === 'system') return 'system';
  if (id.startsWith('place:')) return 'place';
  return id.startsWith('organisation:') ? 'organisation' : 'practitioner';
};

/**
 * Lists the practitioners and quotas without free places, each with the number of unplaced learners for whom
 * it is a bottleneck. The highest number comes first.
 */
export const bottlenecksOf = (unplaced: readonly Pick<UnplacedSeat, 'bottlenecks'>[]): Bottleneck[] => {
  const counts = new Map<string, number>();
  for (const { bottlenecks } of unplaced)
    for (const id of bottlenecks) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, learners]) => ({ id, kind: kindOf(id), learners }))
    .toSorted((a, b) => b.learners - a.learners || (a.id < b.id ? -1 : 1));
};
