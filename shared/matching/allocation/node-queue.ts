import { intAt, numberAt } from './at.ts';

const UNSEEN = -1;
const TAKEN = -2;
const FAR = Number.POSITIVE_INFINITY;
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Nodes waiting for the search, nearest first: a binary heap that knows where each node stands, so that a node can
 * come nearer. A distance is two whole numbers below 2^53, cost and hash, compared in that order; node `n` keeps its
 * own in `distance[2n]` and `distance[2n + 1]`, side by side for the sake of the processor's cache.
 */
export class NodeQueue {
  readonly distance: Float64Array;
  private readonly heap: Int32Array;
  private readonly place: Int32Array;
  private readonly seen: Int32Array;
  private seenCount = 0;
  private size = 0;

  constructor(nodes: number) {
    this.distance = new Float64Array(2 * nodes).fill(FAR);
    this.heap = new Int32Array(nodes);
    this.place = new Int32Array(nodes).fill(UNSEEN);
    this.seen = new Int32Array(nodes);
  }

  clear(): void {
    for (let i = 0; i < this.seenCount; i += 1) {
      const node = intAt(this.seen, i);
      this.place[node] = UNSEEN;
      if (numberAt(this.distance, 2 * node) !== NEVER) this.distance[2 * node] = FAR;
    }
    this.seenCount = 0;
    this.size = 0;
  }

  /** Keeps a node out of this and every later search. */
  shut(node: number): void {
    this.distance[2 * node] = NEVER;
  }

  /** Whether this is nearer than what is known of the node. */
  isNearer(node: number, cost: number, hash: number): boolean {
    const known = numberAt(this.distance, 2 * node);
    return cost < known || (cost === known && hash < numberAt(this.distance, 2 * node + 1));
  }

  /** Puts a node in, or brings it nearer. Only to be asked of a node for which this `isNearer`. */
  put(node: number, cost: number, hash: number): void {
    this.distance[2 * node] = cost;
    this.distance[2 * node + 1] = hash;
    let place = intAt(this.place, node);
    // Cannot be while prices are right: no step costs less than nothing. Going on would turn in circles.
    if (place === TAKEN) throw new Error(`node ${node} came nearer after its turn`);
    if (place === UNSEEN) {
      this.seen[this.seenCount] = node;
      this.seenCount += 1;
      place = this.size;
      this.size += 1;
    }
    this.rise(place, node, cost, hash);
  }

  /** Takes out the nearest node; −1 when none is left. */
  takeNearest(): number {
    if (this.size === 0) return -1;
    const nearest = intAt(this.heap, 0);
    this.place[nearest] = TAKEN;
    this.size -= 1;
    if (this.size > 0) this.sink(intAt(this.heap, this.size));
    return nearest;
  }

  private stand(place: number, node: number): void {
    this.heap[place] = node;
    this.place[node] = place;
  }

  private rise(from: number, node: number, cost: number, hash: number): void {
    const { heap, distance } = this;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = intAt(heap, above);
      const otherCost = numberAt(distance, 2 * other);
      if (cost > otherCost || (cost === otherCost && hash >= numberAt(distance, 2 * other + 1))) break;
      this.stand(place, other);
      place = above;
    }
    this.stand(place, node);
  }

  private isBefore(a: number, b: number): boolean {
    const costA = numberAt(this.distance, 2 * a);
    const costB = numberAt(this.distance, 2 * b);
    if (costA !== costB) return costA < costB;
    return numberAt(this.distance, 2 * a + 1) < numberAt(this.distance, 2 * b + 1);
  }

  private sink(node: number): void {
    const { heap, size } = this;
    let place = 0;
    for (let below = 1; below < size; below = 2 * place + 1) {
      if (below + 1 < size && this.isBefore(intAt(heap, below + 1), intAt(heap, below))) below += 1;
      const other = intAt(heap, below);
      if (!this.isBefore(other, node)) break;
      this.stand(place, other);
      place = below;
    }
    this.stand(place, node);
  }
}
