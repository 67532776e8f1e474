import { intAt } from './at.ts';
import type { Flow } from './flow.ts';

/** Numbers of learners and of nodes, each in order. */
export interface Competition {
  readonly competitors: readonly number[];
  readonly bottlenecks: readonly number[];
}

/** Walks over everything that an unplaced learner could push aside, place by place. */
export const competitionOf = (flow: Flow, learner: number): Competition => {
  const { network, tree, load } = flow;
  const { pairs, pinned } = network;
  const { capacity, practitioners, top } = network.tree;
  const reached = new Set<number>();
  const competitors: number[] = [];
  const reach = (node: number): unknown => reached.add(node);
  const follow = (who: number): void => {
    for (let pair = intAt(pairs.first, who); pair < intAt(pairs.first, who + 1); pair += 1) {
      reach(intAt(pairs.practitioner, pair));
    }
  };

  follow(learner);
  for (const node of reached) {
    const parent = intAt(tree.parent, node);
    if (intAt(load, node) < intAt(capacity, node) && parent !== top) reach(parent);
    if (node < practitioners) {
      for (let other = intAt(flow.firstHeld, node); other >= 0; other = intAt(flow.nextHeld, other)) {
        competitors.push(other);
        if (intAt(pinned, other) < 0) follow(other);
      }
    } else {
      for (let i = intAt(tree.firstChild, node); i < intAt(tree.firstChild, node + 1); i += 1) {
        const below = intAt(tree.child, i);
        if (intAt(load, below) > 0) reach(below);
      }
    }
  }
  const bottlenecks = [...reached].filter((node) => {
    const parent = intAt(tree.parent, node);
    return parent === top || !reached.has(parent);
  });
  return { competitors: competitors.sort((a, b) => a - b), bottlenecks: bottlenecks.sort((a, b) => a - b) };
};
