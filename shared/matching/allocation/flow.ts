import { intAt, itemAt } from './at.ts';
import { keepBindingQuotas, type BindingTree } from './binding-quotas.ts';
import { loadPenalty, type Network } from './network.ts';

const NONE = -1;

/**
 * Who is placed where while the solver works. Two counts that are not the same in the middle of a change: `load`,
 * how many learners a node passes on, and the list of learners that a practitioner holds.
 */
export class Flow {
  readonly network: Network;
  readonly tree: BindingTree;
  /** Each learner's pair, or −1. */
  readonly held: Int32Array;
  readonly load: Int32Array;
  /** What a further place at node `n` costs everybody together: `price[2n]` in cost, `price[2n + 1]` in hash. */
  readonly price: Float64Array;
  /** Place in the published order of the learner for whom no way led out of a node any more; −1 while open. */
  readonly closedBy: Int32Array;
  /** A practitioner's learners as a list: the first, and after each learner the next. */
  readonly firstHeld: Int32Array;
  readonly nextHeld: Int32Array;

  constructor(network: Network) {
    const { learnerIds, tree } = network;
    this.network = network;
    this.tree = keepBindingQuotas(network);
    this.held = new Int32Array(learnerIds.length).fill(NONE);
    this.load = new Int32Array(tree.top + 1);
    this.price = new Float64Array(2 * (tree.top + 1));
    this.closedBy = new Int32Array(tree.top + 1).fill(NONE);
    this.firstHeld = new Int32Array(tree.practitioners).fill(NONE);
    this.nextHeld = new Int32Array(learnerIds.length).fill(NONE);
    this.placePinned();
  }

  /** Gives a learner the place of `pair`, taking them out of the place they had. The load is the caller's to move. */
  seat(learner: number, pair: number): void {
    const { practitioner } = this.network.pairs;
    const old = intAt(this.held, learner);
    if (old !== NONE) this.unlist(learner, intAt(practitioner, old));
    const host = intAt(practitioner, pair);
    this.held[learner] = pair;
    this.nextHeld[learner] = intAt(this.firstHeld, host);
    this.firstHeld[host] = learner;
  }

  /** Points for a node's next learner, and (with `load − 1`) what its last one cost. Groups charge nothing. */
  penalty(node: number, load: number): number {
    const { tree, penalties } = this.network;
    return node < tree.practitioners ? loadPenalty(itemAt(penalties, node), load) : 0;
  }

  private unlist(learner: number, host: number): void {
    const after = intAt(this.nextHeld, learner);
    let other = intAt(this.firstHeld, host);
    if (other === learner) {
      this.firstHeld[host] = after;
      return;
    }
    while (intAt(this.nextHeld, other) !== learner) other = intAt(this.nextHeld, other);
    this.nextHeld[other] = after;
  }

  private placePinned(): void {
    const { pinned, pairs, tree } = this.network;
    for (let learner = 0; learner < pinned.length; learner += 1) {
      const pair = intAt(pinned, learner);
      if (pair === NONE) continue;
      this.seat(learner, pair);
      let node = intAt(pairs.practitioner, pair);
      for (; node !== tree.top; node = intAt(this.tree.parent, node))
        this.load[node] = intAt(this.load, node) + 1;
    }
    for (let practitioner = 0; practitioner < tree.practitioners; practitioner += 1) {
      const load = intAt(this.load, practitioner);
      this.price[2 * practitioner] = this.penalty(practitioner, Math.max(load - 1, 0));
    }
  }
}
