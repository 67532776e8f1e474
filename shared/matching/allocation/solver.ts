import { intAt, numberAt } from './at.ts';
import { ChildOrder } from './child-order.ts';
import { Flow } from './flow.ts';
import { hashOf, type Network } from './network.ts';
import { NodeQueue } from './node-queue.ts';

const NONE = -1;

/**
 * One learner after the other, in the published order, is put in by the cheapest chain of moves that ends in a free
 * place: Dijkstra over practitioners and quotas, with prices that keep every step at zero or more. Whoever is placed
 * stays placed, so the first in the order never loses to a later one, and the number placed is the most possible.
 * When no chain ends in a free place, the learner stays without one and every node that was visited is closed: it
 * can never lead to a free place again.
 */
class Insertion {
  private readonly flow: Flow;
  private readonly children: ChildOrder;
  private readonly top: number;
  private readonly queue: NodeQueue;
  private readonly settled: Int32Array;
  private settledCount = 0;
  /** How a node was reached: a pair's number, or −2 − the node that a step in the tree came from. */
  private readonly cameBy: Int32Array;
  /** The practitioner with the nearest free place that is known, and how far that place is. */
  private exit = NONE;
  private exitCost = 0;
  private exitHash = 0;

  constructor(flow: Flow) {
    this.flow = flow;
    this.top = flow.network.tree.top;
    this.children = new ChildOrder(flow);
    this.queue = new NodeQueue(2 * this.top + 2);
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
    this.follow(learner, 0, 0);
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

  /** Where there is room all the way up, the free place is no farther than climbing there. */
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
   * From a learner, whose distance is given, to each of their practitioners, cheapest first. Prices are never below
   * zero, so the first pair that is too dear without its price ends the list. Nearly all the time goes by here.
   */
  private follow(learner: number, cost: number, hash: number): void {
    const { network, price } = this.flow;
    const { weight, hash: hashes } = network;
    const { first, practitioner } = network.pairs;
    const { distance } = this.queue;
    const end = intAt(first, learner + 1);
    for (let pair = intAt(first, learner); pair < end; pair += 1) {
      const ownCost = cost + (weight[pair] ?? 0);
      if (ownCost > this.exitCost) return;
      const node = practitioner[pair] ?? NONE;
      const newCost = ownCost + (price[2 * node] ?? 0);
      if (newCost > (distance[2 * node] ?? 0)) continue;
      const newHash = hash + (hashes[pair] ?? 0) + (price[2 * node + 1] ?? 0);
      if (this.reach(node, newCost, newHash, pair)) this.noteExit(node, newCost, newHash);
    }
  }

  /** A practitioner takes the newcomer in and passes on one of those they hold. Pinned learners stay. */
  private passOn(node: number, cost: number, hash: number): void {
    const { network, held, price, firstHeld, nextHeld } = this.flow;
    const ownCost = cost - numberAt(price, 2 * node);
    const ownHash = hash - numberAt(price, 2 * node + 1);
    for (let learner = intAt(firstHeld, node); learner !== NONE; learner = intAt(nextHeld, learner)) {
      if (intAt(network.pinned, learner) !== NONE) continue;
      const pair = intAt(held, learner);
      this.follow(learner, ownCost - numberAt(network.weight, pair), ownHash - hashOf(network, pair));
    }
  }

  /** One learner more is passed on to the quota above, if there is room. */
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
   * A full quota takes one more when something under it passes on one fewer. Its children wait in the queue under
   * a number of their own (`top + 1 + child`), and each brings the next two only when its own turn has come.
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
      this.queue.shut(node);
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

  /** Walks the chain back from the free place. A learner leaves the old place before taking the new one. */
  private augment(): void {
    const { flow } = this;
    const { pairs } = flow.network;
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
      const learner = intAt(pairs.learner, by);
      const old = intAt(flow.held, learner);
      flow.seat(learner, by);
      if (old === NONE) return;
      node = intAt(pairs.practitioner, old);
    }
  }
}

/**
 * Solves a network: most placed, the best set in the published order, then least (weight, hash).
 * `onProgress` is told now and then how many learners have been gone through.
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
