import type { Instance } from '../../../shared/allocation/instance.ts';

/**
 * Lists everything that limits the number of learners in an instance: practitioners, groups and limits. Each
 * is listed with the practitioners to whom it applies.
 */
export const limiters = (instance: Instance): { most: number; members: Set<string> }[] => {
  const parents = new Map(instance.groups.map(({ id, parent }) => [id, parent]));
  const groups = instance.groups.map(({ id, quota }) => {
    const isUnder = (start: string | undefined): boolean => {
      for (let group = start; group !== undefined; group = parents.get(group)) if (group === id) return true;
      return false;
    };
    const under = instance.practitioners.filter(({ group }) => isUnder(group));
    return { most: quota, members: new Set(under.map((one) => one.id)) };
  });
  return [
    ...instance.practitioners.map(({ id, capacity }) => ({ most: capacity, members: new Set([id]) })),
    ...groups,
    ...instance.limits.map(({ quota, practitioners }) => ({ most: quota, members: new Set(practitioners) })),
  ];
};
