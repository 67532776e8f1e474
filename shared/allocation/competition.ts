import { intAt, itemAt } from './checked-access.ts';
import { Components } from './components.ts';
import { allUpTo, sortedBy } from './counting-sort.ts';
import type { Flow } from './flow.ts';

/**
 * The reason why a learner is unplaced: two lists of ids, both sorted. Learners with equal lists share one object.
 */
export interface Competition {
  readonly competitors: readonly string[];
  readonly bottlenecks: readonly string[];
}

const UNKNOWN = -2;

/**
 * Groups placed learners by practitioner: those placed at `p` are `order[first[p]]` to `order[first[p + 1] -
 * 1]`.
 */
const byPractitioner = ({ held, network: { tree, pairs } }: Flow): ReturnType<typeof sortedBy> => {
  const nowhere = tree.practitioners;
  const hosts = held.map((pair) => (pair < 0 ? nowhere : intAt(pairs.practitioner, pair)));
  return sortedBy(hosts, nowhere + 1, allUpTo(held.length));
};

/**
 * Finds competition sets once all learners are processed.
 *
 * - A practitioner's barrier is the first full node on the way from the practitioner to the top.
 * - An unplaced learner is blocked by the barriers of all practitioners who could take them.
 * - A learner placed under one of these barriers could make room by moving to another practitioner. The
 *   barriers of the other practitioners who could take this learner block that move in turn.
 *
 * The sets of different learners overlap widely. Barriers that lead to each other are therefore merged into
 * components, and the result for each set of components is cached.
 */
export class CompetitionFinder {
  private readonly flow: Flow;
  private readonly barrier: Int32Array;
  private readonly placed: ReturnType<typeof sortedBy>;
  private readonly components: Components;
  private readonly reachedBy: number[] = [];
  private readonly bySet = new Map<string, Competition>();
  private readonly byBottlenecks = new Map<string, Competition>();

  constructor(flow: Flow) {
    const { practitioners, top } = flow.network.tree;
    this.flow = flow;
    this.barrier = new Int32Array(practitioners).fill(UNKNOWN);
    this.placed = byPractitioner(flow);
    this.components = new Components(top + 1, (barrier) => this.leadsTo(barrier));
  }

  /**
   * Finds the competition set of an unplaced learner: the placed learners who could be displaced in favour of
   * this one, and the full nodes that leave no further place for the whole set.
   */
  find(learner: number): Competition {
    const reached: number[] = [];
    const reach = (component: number): void => {
      if (this.reachedBy[component] === learner) return;
      this.reachedBy[component] = learner;
      reached.push(component);
    };
    this.barriersOf(learner, (barrier) => reach(this.components.of(barrier)));
    for (let next = 0; next < reached.length; next += 1) {
      this.components.at(itemAt(reached, next)).next.forEach(reach);
    }
    const key = reached.sort((a, b) => a - b).join();
    const known =
      this.bySet.get(key) ?? this.describe(reached.flatMap((one) => this.components.at(one).nodes));
    this.bySet.set(key, known);
    return known;
  }

  private barriersOf(learner: number, visit: (barrier: number) => void): void {
    const { first, practitioner } = this.flow.network.pairs;
    for (let pair = intAt(first, learner); pair < intAt(first, learner + 1); pair += 1) {
      visit(this.barrierOver(intAt(practitioner, pair)));
    }
  }

  private barrierOver(practitioner: number): number {
    const known = intAt(this.barrier, practitioner);
    if (known !== UNKNOWN) return known;
    const { load, tree, network } = this.flow;
    let node = practitioner;
    while (intAt(load, node) < intAt(network.tree.capacity, node)) node = intAt(tree.parent, node);
    this.barrier[practitioner] = node;
    return node;
  }

  private leadsTo(barrier: number): Int32Array {
    const next = new Set<number>();
    this.eachUnder(barrier, (learner) => {
      if (intAt(this.flow.network.pinned, learner) < 0) this.barriersOf(learner, (other) => next.add(other));
    });
    return Int32Array.from(next);
  }

  private eachUnder(start: number, visit: (learner: number) => void): void {
    const { tree, network } = this.flow;
    const { first, order } = this.placed;
    const nodes = [start];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if (node < network.tree.practitioners) {
        for (let at = intAt(first, node); at < intAt(first, node + 1); at += 1) visit(intAt(order, at));
      } else {
        for (let i = intAt(tree.firstChild, node); i < intAt(tree.firstChild, node + 1); i += 1) {
          nodes.push(intAt(tree.child, i));
        }
      }
    }
  }

  /** Lists the outermost of these barriers and all learners placed under them. */
  private describe(barriers: readonly number[]): Competition {
    const { learnerIds, tree } = this.flow.network;
    const all = new Set(barriers);
    const bottlenecks = barriers.filter((barrier) => {
      let over = intAt(this.flow.tree.parent, barrier);
      while (over !== tree.top && !all.has(over)) over = intAt(this.flow.tree.parent, over);
      return over === tree.top;
    });
    const key = bottlenecks.sort((a, b) => a - b).join();
    const known = this.byBottlenecks.get(key);
    if (known !== undefined) return known;
    const competitors: number[] = [];
    for (const node of bottlenecks) this.eachUnder(node, (learner) => competitors.push(learner));
    const competition = {
      competitors: competitors.sort((a, b) => a - b).map((learner) => itemAt(learnerIds, learner)),
      bottlenecks: bottlenecks.map((node) => itemAt(tree.ids, node)).sort(),
    };
    this.byBottlenecks.set(key, competition);
    return competition;
  }
}
