import { intAt } from './checked-access.ts';
import { costOf, loadPenalty, type Network } from './network.ts';

/** Result of a simpler allocation method, for comparison. Points include load penalties. */
export interface Baseline {
  readonly placed: number;
  readonly worstBand: number;
  readonly totalCost: number;
  readonly assignments: readonly {
    readonly learner: string;
    readonly practitioner: string;
    readonly cost: number;
  }[];
}

/** Places taken at each node; pinned pairs count from the start. */
export class Places {
  readonly load: Int32Array;
  readonly held: Int32Array;
  private readonly network: Network;

  constructor(network: Network) {
    this.network = network;
    this.load = new Int32Array(network.tree.top + 1);
    this.held = new Int32Array(network.learnerIds.length).fill(-1);
    for (const pair of network.pinned) if (pair >= 0) this.take(pair);
  }

  /**
   * Finds the first node on the way from the practitioner to the top that is full (`more` = 0) or holds too
   * many learners (`more` = 1); −1 if there is none.
   */
  firstFull(pair: number, more: 0 | 1): number {
    const { tree, pairs } = this.network;
    for (let node = intAt(pairs.practitioner, pair); node !== tree.top; node = intAt(tree.parent, node)) {
      if (intAt(this.load, node) >= intAt(tree.capacity, node) + more) return node;
    }
    return -1;
  }

  take(pair: number): void {
    this.held[intAt(this.network.pairs.learner, pair)] = pair;
    this.count(pair, 1);
  }

  release(pair: number): void {
    this.held[intAt(this.network.pairs.learner, pair)] = -1;
    this.count(pair, -1);
  }

  summary(): Baseline {
    const { network, held, load } = this;
    const assignments: { learner: string; practitioner: string; cost: number }[] = [];
    let totalCost = 0;
    let worstBand = 0;
    held.forEach((pair, learner) => {
      if (pair < 0) return;
      const cost = costOf(network, pair);
      totalCost += cost;
      if (cost > network.worstBandOver) worstBand += 1;
      const practitioner = network.tree.ids[intAt(network.pairs.practitioner, pair)] ?? '';
      assignments.push({ learner: network.learnerIds[learner] ?? '', practitioner, cost });
    });
    network.penalties.forEach((own, practitioner) => {
      for (let n = 0; n < intAt(load, practitioner); n += 1) totalCost += loadPenalty(own, n);
    });
    return { placed: assignments.length, worstBand, totalCost, assignments };
  }

  private count(pair: number, by: number): void {
    const { tree, pairs } = this.network;
    for (let node = intAt(pairs.practitioner, pair); node !== tree.top; node = intAt(tree.parent, node)) {
      this.load[node] = intAt(this.load, node) + by;
    }
  }
}
