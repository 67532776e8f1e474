import { intAt, numberAt } from './checked-access.ts';
import { ChildOrder } from './child-order.ts';
import { Flow } from './flow.ts';
import { hashOf, type Network } from './network.ts';
import {
  HEAD_COST,
  HEAD_END,
  HEAD_SIZE,
  HEAD_TIE,
  LearnerBlocks,
  PAIR_AT_LEAST,
  PAIR_PRACTITIONER,
  PAIR_SIZE,
  PAIR_TIE,
  PAIR_WEIGHT,
} from './learner-blocks.ts';
import { NodeQueue } from './node-queue.ts';
import { findPair } from './pair-table.ts';

const NONE = -1;

/**
 * Successive shortest paths: inserts learners in the published order, each by the cheapest chain of moves
 * that ends in a free place. Finds chains with Dijkstra's algorithm over practitioners and quotas; prices
 * keep every step at zero or more. A placed learner is never displaced, so earlier learners never lose to
 * later ones and the number placed is maximal. If no chain exists, the learner stays unplaced and all visited
 * nodes are closed, because they can never lead to a free place again.
 */
class Insertion {
  private readonly flow: Flow;
  private readonly children: ChildOrder;
  private readonly top: number;
  private readonly queue: NodeQueue;
  private readonly blocks: LearnerBlocks;
  private readonly settled: Int32Array;
  private settledCount = 0;
  /**
   * The step by which each node was reached. For a step from a learner, this is the position of the learner's
   * block. For a step in the tree from node n, it is the number −2 − n.
   */
  private readonly cameBy: Int32Array;
  /** The practitioner with the nearest known free place, and the distance of that place. */
  private exit = NONE;
  private exitCost = 0;
  private exitHash = 0;

  constructor(flow: Flow) {
    this.flow = flow;
    this.top = flow.network.tree.top;
    this.children = new ChildOrder(flow);
    this.queue = new NodeQueue(2 * this.top + 2);
    this.blocks = new LearnerBlocks(flow.network, flow.price);
    this.settled = new Int32Array(this.top + 1);
    this.cameBy = new Int32Array(this.top + 1);
  }

  insert(learner: number): void {
    this.search(learner);
    if (this.exit === NONE) this.close(learner);
    else {
      this.raisePrices();
      this.augment();
    }
    for (let i = 0; i < this.settledCount; i += 1) this.children.refresh(intAt(this.settled, i));
  }

  private search(learner: number): void {
    const { queue, flow } = this;
    queue.clear();
    this.settledCount = 0;
    this.exit = NONE;
    this.exitCost = Number.POSITIVE_INFINITY;
    this.exitHash = 0;
    this.follow(intAt(this.blocks.of, learner), 0, 0);
    for (let node = queue.takeNearest(); node !== NONE; node = queue.takeNearest()) {
      const cost = numberAt(queue.distance, 2 * node);
      const hash = numberAt(queue.distance, 2 * node + 1);
      if (!this.beatsExit(cost, hash)) return;
      if (node > this.top) {
        this.takeBack(node - this.top - 1, cost, hash);
        continue;
      }
      this.settled[this.settledCount] = node;
      this.settledCount += 1;
      this.climb(node, cost, hash);
      if (node < flow.network.tree.practitioners) this.passOn(node, cost, hash);
      else this.descend(node, this.children.cheapest(node), cost, hash);
    }
  }

  private beatsExit(cost: number, hash: number): boolean {
    return cost < this.exitCost || (cost === this.exitCost && hash < this.exitHash);
  }

  private reach(node: number, cost: number, hash: number, by: number): boolean {
    if (!this.beatsExit(cost, hash) || !this.queue.isNearer(node, cost, hash)) return false;
    this.queue.put(node, cost, hash);
    this.cameBy[node] = by;
    return true;
  }

  /**
   * Records the free place of a practitioner, if the practitioner and all nodes above have room. The recorded
   * distance is the shortest, because climbing the tree node by node could not be shorter.
   */
  private noteExit(node: number, cost: number, hash: number): void {
    const { load, price, tree, network } = this.flow;
    for (let over = node; over !== this.top; over = intAt(tree.parent, over)) {
      if (intAt(load, over) >= intAt(network.tree.capacity, over)) return;
    }
    const exitCost = cost + numberAt(this.flow.nextPenalty, node) - numberAt(price, 2 * node);
    const exitHash = hash - numberAt(price, 2 * node + 1);
    if (!this.beatsExit(exitCost, exitHash)) return;
    this.exit = node;
    this.exitCost = exitCost;
    this.exitHash = exitHash;
  }

  /**
   * Relaxes the edges from a learner to their practitioners, and stops at the first pair that is too
   * expensive. This is the hot loop.
   */
  private follow(block: number, cost: number, hash: number): void {
    const { price } = this.flow;
    const { distance } = this.queue;
    const { numbers, whole, hash: hashes } = this.blocks;
    const end = intAt(whole, 2 * block + HEAD_END);
    let slot = block + HEAD_SIZE;
    for (; slot < end; slot += PAIR_SIZE) {
      if (cost + (numbers[slot + PAIR_AT_LEAST] ?? 0) > this.exitCost) break;
      const node = whole[2 * slot + PAIR_PRACTITIONER] ?? NONE;
      const newCost = cost + (numbers[slot + PAIR_WEIGHT] ?? 0) + (price[2 * node] ?? 0);
      if (newCost > (distance[2 * node] ?? 0)) continue;
      const newHash = hash + (hashes[2 * slot + PAIR_TIE] ?? 0) + (price[2 * node + 1] ?? 0);
      if (this.reach(node, newCost, newHash, block)) this.noteExit(node, newCost, newHash);
    }
    this.blocks.noteReads(block, slot);
  }

  /**
   * Relaxes the edges from a practitioner who takes the new learner: those by which a learner already placed
   * there moves to another practitioner.
   */
  private passOn(node: number, cost: number, hash: number): void {
    const { blocks } = this;
    const ownCost = cost - numberAt(this.flow.price, 2 * node);
    const ownHash = hash - numberAt(this.flow.price, 2 * node + 1);
    for (let block = intAt(blocks.firstHeld, node); block !== NONE; block = blocks.after(block)) {
      const heldCost = numberAt(blocks.numbers, block + HEAD_COST);
      const heldHash = numberAt(blocks.numbers, block + HEAD_TIE);
      this.follow(block, ownCost - heldCost, ownHash - heldHash);
    }
  }

  /** Relaxes the edge from a node to the quota above it, if the node has room for one more learner. */
  private climb(node: number, cost: number, hash: number): void {
    const { flow } = this;
    const { price } = flow;
    if (intAt(flow.load, node) >= intAt(flow.network.tree.capacity, node)) return;
    const parent = intAt(flow.tree.parent, node);
    if (parent === this.top) return;
    const newCost =
      cost + numberAt(flow.nextPenalty, node) + numberAt(price, 2 * parent) - numberAt(price, 2 * node);
    const newHash = hash + numberAt(price, 2 * parent + 1) - numberAt(price, 2 * node + 1);
    this.reach(parent, newCost, newHash, -2 - node);
  }

  /**
   * Makes room in a full quota by removing one learner placed under it. A child of the quota waits in the
   * queue as node `top + 1 + child`. The two nodes that follow the child in the quota's heap join the queue
   * only when the child is taken out.
   */
  private descend(node: number, child: number, cost: number, hash: number): void {
    if (child === NONE) return;
    const { price } = this.flow;
    const waiting = this.top + 1 + child;
    const newCost = cost - numberAt(price, 2 * node) + this.children.costOf(child);
    const newHash = hash - numberAt(price, 2 * node + 1) + this.children.hashOf(child);
    if (this.beatsExit(newCost, newHash)) this.queue.put(waiting, newCost, newHash);
  }

  private takeBack(child: number, cost: number, hash: number): void {
    const parent = intAt(this.flow.tree.parent, child);
    this.reach(child, cost, hash, -2 - parent);
    const parentCost = numberAt(this.queue.distance, 2 * parent);
    const parentHash = numberAt(this.queue.distance, 2 * parent + 1);
    this.descend(parent, this.children.next(child, 1), parentCost, parentHash);
    this.descend(parent, this.children.next(child, 2), parentCost, parentHash);
  }

  private close(learner: number): void {
    const place = intAt(this.flow.network.position, learner);
    for (let i = 0; i < this.settledCount; i += 1) {
      const node = intAt(this.settled, i);
      this.flow.closedBy[node] = place;
      this.queue.exclude(node);
    }
  }

  private raisePrices(): void {
    const { price } = this.flow;
    const { distance } = this.queue;
    for (let i = 0; i < this.settledCount; i += 1) {
      const node = intAt(this.settled, i);
      price[2 * node] = numberAt(price, 2 * node) + this.exitCost - numberAt(distance, 2 * node);
      price[2 * node + 1] = numberAt(price, 2 * node + 1) + this.exitHash - numberAt(distance, 2 * node + 1);
    }
  }

  /** Applies the chain of moves, backwards from the free place. */
  private augment(): void {
    const { flow } = this;
    for (let over = this.exit; over !== this.top; over = intAt(flow.tree.parent, over)) {
      flow.count(over, 1);
      this.children.refresh(over);
    }
    let node = this.exit;
    for (;;) {
      const by = intAt(this.cameBy, node);
      if (by < NONE) {
        const from = -2 - by;
        const rising = intAt(flow.tree.parent, from) === node;
        flow.count(rising ? from : node, rising ? 1 : -1);
        node = from;
        continue;
      }
      const left = this.seat(by, node);
      if (left === NONE) return;
      node = left;
    }
  }

  /**
   * Moves a learner to a practitioner.
   * @returns the practitioner whom the learner had before, or −1
   */
  private seat(block: number, practitioner: number): number {
    const { network, held } = this.flow;
    const learner = this.blocks.learnerOf(block);
    const pair = findPair(network.pairs, learner, practitioner);
    const old = intAt(held, learner);
    const left = old === NONE ? NONE : intAt(network.pairs.practitioner, old);
    if (left !== NONE) this.blocks.unlist(block, left);
    this.blocks.list(block, practitioner, numberAt(network.weight, pair), hashOf(network, pair));
    held[learner] = pair;
    return left;
  }
}

/**
 * Solves a network. Optimises in this order: most learners placed, the best set by the published order, the
 * lowest sum of weights, the lowest sum of hashes.
 * @param onProgress called occasionally with the number of learners processed
 */
export const solve = (network: Network, onProgress?: (done: number, of: number) => void): Flow => {
  const flow = new Flow(network);
  const insertion = new Insertion(flow);
  network.order.forEach((learner, done) => {
    if (intAt(flow.held, learner) === NONE) insertion.insert(learner);
    if (done % 1000 === 999) onProgress?.(done + 1, network.order.length);
  });
  return flow;
};
