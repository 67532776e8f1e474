import { intAt, itemAt } from './at.ts';
import type { Flow } from './flow.ts';

/** Why a learner has no place: ids, each list in order. Equal sets are one and the same object. */
export interface Competition {
  readonly competitors: readonly string[];
  readonly bottlenecks: readonly string[];
}

const UNKNOWN = -2;

/**
 * Finds competition sets when everybody is placed. Over each practitioner an unplaced learner meets a barrier, the
 * first full node on the way up. Everybody placed under it could make room, and meets barriers over their own other
 * practitioners in turn. The sets of different learners overlap widely, so what a barrier leads to is kept.
 */
export class CompetitionFinder {
  private readonly flow: Flow;
  private readonly barrier: Int32Array;
  private readonly leadsTo = new Map<number, Int32Array>();
  private readonly reachedBy: Int32Array;
  private readonly known = new Map<string, Competition>();

  constructor(flow: Flow) {
    const { practitioners, top } = flow.network.tree;
    this.flow = flow;
    this.barrier = new Int32Array(practitioners).fill(UNKNOWN);
    this.reachedBy = new Int32Array(top + 1).fill(-1);
  }

  /** Of an unplaced learner: whoever could be pushed aside for them, and what leaves the lot of them no more places. */
  find(learner: number): Competition {
    const { tree, network } = this.flow;
    const reached: number[] = [];
    const reach = (barrier: number): void => {
      if (intAt(this.reachedBy, barrier) === learner) return;
      this.reachedBy[barrier] = learner;
      reached.push(barrier);
    };
    this.barriersOf(learner, reach);
    for (let next = 0; next < reached.length; next += 1) this.follow(itemAt(reached, next)).forEach(reach);
    const outermost = reached.filter((barrier) => {
      let over = intAt(tree.parent, barrier);
      while (over !== network.tree.top && intAt(this.reachedBy, over) !== learner)
        over = intAt(tree.parent, over);
      return over === network.tree.top;
    });
    return this.describe(outermost.sort((a, b) => a - b));
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

  private follow(barrier: number): Int32Array {
    const known = this.leadsTo.get(barrier);
    if (known !== undefined) return known;
    const next = new Set<number>();
    this.eachUnder(barrier, (learner) => {
      if (intAt(this.flow.network.pinned, learner) < 0) this.barriersOf(learner, (other) => next.add(other));
    });
    const list = Int32Array.from(next);
    this.leadsTo.set(barrier, list);
    return list;
  }

  private eachUnder(start: number, visit: (learner: number) => void): void {
    const { tree, network, firstHeld, nextHeld } = this.flow;
    const nodes = [start];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if (node < network.tree.practitioners) {
        for (let learner = intAt(firstHeld, node); learner >= 0; learner = intAt(nextHeld, learner))
          visit(learner);
      } else {
        for (let i = intAt(tree.firstChild, node); i < intAt(tree.firstChild, node + 1); i += 1) {
          nodes.push(intAt(tree.child, i));
        }
      }
    }
  }

  private describe(bottlenecks: readonly number[]): Competition {
    const key = bottlenecks.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { learnerIds, tree } = this.flow.network;
    const competitors: number[] = [];
    for (const node of bottlenecks) this.eachUnder(node, (learner) => competitors.push(learner));
    const competition = {
      competitors: competitors.sort((a, b) => a - b).map((learner) => itemAt(learnerIds, learner)),
      bottlenecks: bottlenecks.map((node) => itemAt(tree.ids, node)).sort(),
    };
    this.known.set(key, competition);
    return competition;
  }
}
