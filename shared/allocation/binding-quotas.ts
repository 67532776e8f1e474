import { intAt } from './checked-access.ts';
import type { Network } from './network.ts';

/**
 * The quota tree without the quotas that can never bind. A quota can never bind if it is at least as high as
 * the number of learners who could be placed below it. Searches use this smaller tree; the result is the
 * same.
 */
export interface BindingTree {
  /** For every node, the nearest kept node above it, or the top. */
  readonly parent: Int32Array;
  readonly kept: Uint8Array;
  /** The kept children of node `n` are `child[firstChild[n]]` to `child[firstChild[n + 1] - 1]`. */
  readonly firstChild: Int32Array;
  readonly child: Int32Array;
}

/**
 * Marks the nodes to keep: every node whose limit is lower than the number of learners who could be placed
 * under it, and every practitioner.
 */
const markBinding = ({ tree, pairs }: Network, kept: Uint8Array): void => {
  const reach = new Float64Array(tree.top + 1);
  for (let pair = 0; pair < pairs.practitioner.length; pair += 1) {
    const practitioner = intAt(pairs.practitioner, pair);
    reach[practitioner] = (reach[practitioner] ?? 0) + 1;
  }
  const pass = (node: number): void => {
    const quota = intAt(tree.capacity, node);
    const used = reach[node] ?? 0;
    kept[node] = quota < used || node < tree.practitioners ? 1 : 0;
    const parent = intAt(tree.parent, node);
    reach[parent] = (reach[parent] ?? 0) + Math.min(quota, used);
  };
  for (let node = 0; node < tree.practitioners; node += 1) pass(node);
  for (const node of tree.topDown.toReversed()) pass(node);
};

export const keepBindingQuotas = (network: Network): BindingTree => {
  const { tree } = network;
  const kept = new Uint8Array(tree.top + 1);
  kept[tree.top] = 1;
  markBinding(network, kept);

  const parent = tree.parent.slice();
  const raise = (node: number): void => {
    const over = intAt(parent, node);
    if (kept[over] === 0) parent[node] = intAt(parent, over);
  };
  for (const node of tree.topDown) raise(node);
  for (let node = 0; node < tree.practitioners; node += 1) raise(node);

  const firstChild = new Int32Array(tree.top + 2);
  for (let node = 0; node < tree.top; node += 1) {
    if (kept[node] === 1)
      firstChild[intAt(parent, node) + 1] = intAt(firstChild, intAt(parent, node) + 1) + 1;
  }
  for (let node = 0; node <= tree.top; node += 1) {
    firstChild[node + 1] = intAt(firstChild, node + 1) + intAt(firstChild, node);
  }
  const next = firstChild.slice();
  const child = new Int32Array(intAt(firstChild, tree.top + 1));
  for (let node = 0; node < tree.top; node += 1) {
    if (kept[node] === 0) continue;
    const over = intAt(parent, node);
    child[intAt(next, over)] = node;
    next[over] = intAt(next, over) + 1;
  }
  return { parent, kept, firstChild, child };
};
