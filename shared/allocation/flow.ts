import { intAt, itemAt, numberAt } from './checked-access.ts';
import { keepBindingQuotas, type BindingTree } from './binding-quotas.ts';
import { loadPenalty, type Network } from './network.ts';

const NONE = -1;

/**
 * The solver's state: who is placed where. While a learner is moved, `load` (learners counted at each node)
 * and `held` (each learner's pair) are updated one after the other, so they may disagree for a moment.
 */
export class Flow {
  readonly network: Network;
  readonly tree: BindingTree;
  /** Each learner's pair, or −1. */
  readonly held: Int32Array;
  readonly load: Int32Array;
  /** Load penalty in points of the next learner to be placed at a node. Only practitioners have load penalties. */
  readonly nextPenalty: Float64Array;
  /** Load penalty in points of the learner who was placed last at a node. */
  readonly lastPenalty: Float64Array;
  /** Dual price of one more place at node `n`: `price[2n]` in cost, `price[2n + 1]` in hash. */
  readonly price: Float64Array;
  /**
   * Position in the published order of the learner whose search closed this node; −1 while the node is open.
   * A search closes a node if no path leads from the node to a free place.
   */
  readonly closedBy: Int32Array;

  constructor(network: Network) {
    const { learnerIds, tree } = network;
    this.network = network;
    this.tree = keepBindingQuotas(network);
    this.held = new Int32Array(learnerIds.length).fill(NONE);
    this.load = new Int32Array(tree.top + 1);
    this.nextPenalty = new Float64Array(tree.top + 1);
    this.lastPenalty = new Float64Array(tree.top + 1);
    this.price = new Float64Array(2 * (tree.top + 1));
    this.closedBy = new Int32Array(tree.top + 1).fill(NONE);
    this.placePinned();
  }

  /** Adds one learner (1) to a node or removes one (−1). */
  count(node: number, by: 1 | -1): void {
    const load = intAt(this.load, node) + by;
    this.load[node] = load;
    if (node < this.network.tree.practitioners) this.charge(node, load);
  }

  private charge(practitioner: number, load: number): void {
    const penalties = itemAt(this.network.penalties, practitioner);
    this.nextPenalty[practitioner] = loadPenalty(penalties, load);
    this.lastPenalty[practitioner] = load > 0 ? loadPenalty(penalties, load - 1) : 0;
  }

  private placePinned(): void {
    const { pinned, pairs, tree } = this.network;
    for (let practitioner = 0; practitioner < tree.practitioners; practitioner += 1)
      this.charge(practitioner, 0);
    for (let learner = 0; learner < pinned.length; learner += 1) {
      const pair = intAt(pinned, learner);
      if (pair === NONE) continue;
      this.held[learner] = pair;
      let node = intAt(pairs.practitioner, pair);
      for (; node !== tree.top; node = intAt(this.tree.parent, node)) this.count(node, 1);
    }
    for (let practitioner = 0; practitioner < tree.practitioners; practitioner += 1) {
      const marginal = intAt(this.load, practitioner) > 0 ? this.lastPenalty : this.nextPenalty;
      this.price[2 * practitioner] = numberAt(marginal, practitioner);
    }
  }
}
