import { intAt, numberAt } from './checked-access.ts';
import type { Flow } from './flow.ts';

const NEVER = Number.POSITIVE_INFINITY;

/**
 * For each quota, a heap of its children by the cost of removing one learner from them, cheapest first. Most
 * searches pass through a full quota that covers thousands of practitioners but need only the few cheapest
 * children, which can be read while they stay in the heap.
 */
export class ChildOrder {
  private readonly flow: Flow;
  private readonly heap: Int32Array;
  private readonly place: Int32Array;
  private readonly cost: Float64Array;
  private readonly hash: Float64Array;

  constructor(flow: Flow) {
    const nodes = flow.network.tree.top + 1;
    this.flow = flow;
    this.heap = flow.tree.child.slice();
    this.place = new Int32Array(nodes);
    this.cost = new Float64Array(nodes).fill(NEVER);
    this.hash = new Float64Array(nodes);
    this.heap.forEach((node, place) => (this.place[node] = place));
    for (const node of flow.tree.child) this.refresh(node);
  }

  costOf(node: number): number {
    return numberAt(this.cost, node);
  }

  hashOf(node: number): number {
    return numberAt(this.hash, node);
  }

  /** Finds the child of a quota from which removing a learner costs least; −1 if there is none. */
  cheapest(parent: number): number {
    return this.inUse(intAt(this.flow.tree.firstChild, parent), parent);
  }

  /** Finds one of the two nodes that follow `node` in the heap (`side` says which); −1 if there is none. */
  next(node: number, side: 1 | 2): number {
    const parent = intAt(this.flow.tree.parent, node);
    const start = intAt(this.flow.tree.firstChild, parent);
    return this.inUse(start + 2 * (intAt(this.place, node) - start) + side, parent);
  }

  /** Call this after the price or load of a node has changed, or after the node has closed. */
  refresh(node: number): void {
    const { flow } = this;
    const parent = intAt(flow.tree.parent, node);
    if (parent === flow.network.tree.top) return;
    const usable = intAt(flow.load, node) > 0 && intAt(flow.closedBy, node) < 0;
    this.cost[node] = usable ? numberAt(flow.price, 2 * node) - numberAt(flow.lastPenalty, node) : NEVER;
    this.hash[node] = usable ? numberAt(flow.price, 2 * node + 1) : 0;
    const start = intAt(flow.tree.firstChild, parent);
    this.sink(node, start, intAt(flow.tree.firstChild, parent + 1));
    this.rise(node, start);
  }

  private inUse(place: number, parent: number): number {
    if (place >= intAt(this.flow.tree.firstChild, parent + 1)) return -1;
    const node = intAt(this.heap, place);
    return numberAt(this.cost, node) === NEVER ? -1 : node;
  }

  private cheaper(a: number, b: number): boolean {
    const costA = numberAt(this.cost, a);
    const costB = numberAt(this.cost, b);
    return costA < costB || (costA === costB && numberAt(this.hash, a) < numberAt(this.hash, b));
  }

  private put(place: number, node: number): void {
    this.heap[place] = node;
    this.place[node] = place;
  }

  private rise(node: number, start: number): void {
    let place = intAt(this.place, node);
    while (place > start) {
      const above = start + ((place - start - 1) >> 1);
      const other = intAt(this.heap, above);
      if (!this.cheaper(node, other)) break;
      this.put(place, other);
      place = above;
    }
    this.put(place, node);
  }

  private sink(node: number, start: number, end: number): void {
    let place = intAt(this.place, node);
    for (;;) {
      let below = start + 2 * (place - start) + 1;
      if (below >= end) break;
      if (below + 1 < end && this.cheaper(intAt(this.heap, below + 1), intAt(this.heap, below))) below += 1;
      const other = intAt(this.heap, below);
      if (!this.cheaper(other, node)) break;
      this.put(place, other);
      place = below;
    }
    this.put(place, node);
  }
}
