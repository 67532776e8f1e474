import { accepted, refused, type Result } from '../kernel/result.ts';
import { intAt, itemAt } from './checked-access.ts';
import type { Instance, InstanceTrouble } from './instance.ts';

/**
 * All limits as one tree. Leaves are practitioners (nodes 0 to P − 1, ordered by `inTreeOrder`), then groups
 * by id, then limits by id. Node `top` is the whole system, the parent of all nodes without another parent.
 */
export interface QuotaTree {
  readonly ids: readonly string[];
  readonly practitioners: number;
  readonly top: number;
  readonly parent: Int32Array;
  /** Capacity or quota, capped at one more than the number of learners. */
  readonly capacity: Int32Array;
  /** Groups and limits, each after its parent. */
  readonly topDown: Int32Array;
}

const sortedById = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Sorts practitioners by group, then id. Practitioners that are searched together are then adjacent in
 * memory, which makes large intakes a quarter faster.
 */
export const inTreeOrder = (practitioners: Instance['practitioners']): Instance['practitioners'] =>
  [...practitioners].sort((a, b) => {
    const [groupA, groupB] = [a.group ?? '', b.group ?? ''];
    return groupA < groupB || (groupA === groupB && a.id < b.id) ? -1 : 1;
  });

const quoted = (id: string): string => JSON.stringify(id);

interface Draft {
  readonly nodes: Map<string, number>;
  readonly parent: Int32Array;
  readonly size: Int32Array;
  readonly top: number;
}

/**
 * Refuses an id that occurs twice among practitioners, groups and limits, because bottlenecks list all of
 * them by id.
 */
const nameNodes = (instance: Instance, nodes: Map<string, number>): InstanceTrouble | null => {
  for (const field of ['practitioners', 'groups', 'limits'] as const) {
    for (const [index, { id }] of instance[field].entries()) {
      if (nodes.has(id)) return { field: `${field}[${index}].id`, problem: `${quoted(id)} is given twice` };
      nodes.set(id, -1);
    }
  }
  return null;
};

const attachGroups = (instance: Instance, { nodes, parent, top }: Draft): InstanceTrouble | null => {
  const groups = new Set(instance.groups.map(({ id }) => id));
  const under = (id: string | undefined): number | null =>
    id === undefined ? top : groups.has(id) ? (nodes.get(id) ?? null) : null;
  for (const [field, items] of [
    ['practitioners', instance.practitioners.map(({ id, group }) => ({ id, over: group, name: 'group' }))],
    ['groups', instance.groups.map(({ id, parent: over }) => ({ id, over, name: 'parent' }))],
  ] as const) {
    for (const [index, { id, over, name }] of items.entries()) {
      const node = under(over);
      if (node === null) {
        return { field: `${field}[${index}].${name}`, problem: `there is no group ${quoted(over ?? '')}` };
      }
      parent[nodes.get(id) ?? top] = node;
    }
  }
  return null;
};

/**
 * Orders nodes top down. A group that is its own ancestor is missing from the result, which is how the caller
 * finds cycles.
 */
const orderTopDown = (parent: Int32Array, practitioners: number, top: number): Int32Array => {
  const children = new Map<number, number[]>();
  for (let node = practitioners; node < top; node += 1) {
    const siblings = children.get(intAt(parent, node));
    if (siblings === undefined) children.set(intAt(parent, node), [node]);
    else siblings.push(node);
  }
  const order: number[] = [...(children.get(top) ?? [])];
  for (let next = 0; next < order.length; next += 1) {
    for (const child of children.get(itemAt(order, next)) ?? []) order.push(child);
  }
  return Int32Array.from(order);
};

const countPractitioners = ({ parent, size, top }: Draft, practitioners: number): void => {
  for (let node = 0; node < practitioners; node += 1) {
    for (let over = intAt(parent, node); over !== top; over = intAt(parent, over)) {
      size[over] = intAt(size, over) + 1;
    }
  }
};

/**
 * Inserts a limit into the tree: above every node that it fully contains, below every node that fully
 * contains it.
 * @returns a node that overlaps the limit without either containing the other, or null
 */
const attachLimit = (
  { parent, size, top }: Draft,
  limit: number,
  members: readonly number[],
): number | null => {
  const shared = new Map<number, number>();
  for (const member of members) {
    for (let over = intAt(parent, member); over !== top; over = intAt(parent, over)) {
      shared.set(over, (shared.get(over) ?? 0) + 1);
    }
  }
  const holdsAll = (node: number): boolean => node === top || shared.get(node) === members.length;
  for (const [node, count] of shared) if (!holdsAll(node) && count < intAt(size, node)) return node;
  for (const member of members) {
    let below = member;
    while (intAt(parent, below) !== limit && !holdsAll(intAt(parent, below))) below = intAt(parent, below);
    if (intAt(parent, below) === limit) continue;
    parent[limit] = intAt(parent, below);
    parent[below] = limit;
  }
  size[limit] = members.length;
  return null;
};

const attachLimits = (instance: Instance, draft: Draft, practitioners: number, ids: readonly string[]) => {
  const fieldOf = new Map(instance.limits.map(({ id }, index) => [id, `limits[${index}]`]));
  for (const { id, practitioners: names } of sortedById(instance.limits)) {
    const field = fieldOf.get(id) ?? 'limits';
    const members = new Set<number>();
    for (const [index, name] of names.entries()) {
      const node = draft.nodes.get(name) ?? -1;
      const at = `${field}.practitioners[${index}]`;
      if (node < 0 || node >= practitioners) {
        return { field: at, problem: `there is no practitioner ${quoted(name)}` };
      }
      if (members.has(node)) return { field: at, problem: `${quoted(name)} is given twice` };
      members.add(node);
    }
    const crossed = attachLimit(draft, draft.nodes.get(id) ?? -1, [...members]);
    if (crossed !== null) {
      const other = itemAt(ids, crossed);
      const problem = `limit ${quoted(id)} crosses ${quoted(other)}: they share practitioners, and each holds others`;
      return { field, problem };
    }
  }
  return null;
};

/**
 * Builds the quota tree, or refuses quotas that do not nest (naming both), unknown groups or practitioners,
 * cyclic groups, and duplicate ids.
 * @param learners number of learners
 */
export const buildQuotaTree = (instance: Instance, learners: number): Result<QuotaTree, InstanceTrouble> => {
  const nodes = new Map<string, number>();
  const twice = nameNodes(instance, nodes);
  if (twice !== null) return refused(twice);

  const parts = [
    ...inTreeOrder(instance.practitioners).map(({ id, capacity }) => ({ id, most: capacity })),
    ...sortedById(instance.groups).map(({ id, quota }) => ({ id, most: quota })),
    ...sortedById(instance.limits).map(({ id, quota }) => ({ id, most: quota })),
  ];
  parts.forEach(({ id }, node) => nodes.set(id, node));
  const ids = parts.map(({ id }) => id);
  const practitioners = instance.practitioners.length;
  const top = parts.length;
  const draft = { nodes, parent: new Int32Array(top).fill(top), size: new Int32Array(top), top };

  const unknown = attachGroups(instance, draft);
  if (unknown !== null) return refused(unknown);
  const groupsOnly = orderTopDown(draft.parent, practitioners, top);
  if (groupsOnly.length < top - practitioners) {
    const reached = new Set(groupsOnly);
    const index = instance.groups.findIndex(({ id }) => !reached.has(nodes.get(id) ?? -1));
    return refused({
      field: `groups[${index}].parent`,
      problem: 'the group lies, through its parents, under itself',
    });
  }
  countPractitioners(draft, practitioners);
  const crossing = attachLimits(instance, draft, practitioners, ids);
  if (crossing !== null) return refused(crossing);

  return accepted({
    ids,
    practitioners,
    top,
    parent: draft.parent,
    capacity: Int32Array.from(parts, ({ most }) => Math.min(most, learners + 1)),
    topDown: orderTopDown(draft.parent, practitioners, top),
  });
};
