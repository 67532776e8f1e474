const UNSEEN = -1;
const TAKEN = -2;
const FAR = Number.POSITIVE_INFINITY;
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Nodes waiting for the search, nearest first: a binary heap that knows where each node stands, so that a node can
 * come nearer. A distance is two whole numbers below 2^53, cost and hash, compared in that order; node `n` keeps its
 * own in `distance[2n]` and `distance[2n + 1]`. The heap has its own copy, so that putting it in order reads nothing
 * else.
 */
export class NodeQueue {
  readonly distance: Float64Array;
  /** The distance of the node at place `p`: `key[2p]` and `key[2p + 1]`. */
  private readonly key: Float64Array;
  private readonly heap: Int32Array;
  private readonly place: Int32Array;
  private readonly seen: Int32Array;
  private seenCount = 0;
  private size = 0;

  constructor(nodes: number) {
    this.distance = new Float64Array(2 * nodes).fill(FAR);
    this.key = new Float64Array(2 * nodes);
    this.heap = new Int32Array(nodes);
    this.place = new Int32Array(nodes).fill(UNSEEN);
    this.seen = new Int32Array(nodes);
  }

  clear(): void {
    const { seen, place, distance } = this;
    for (let i = 0; i < this.seenCount; i += 1) {
      const node = seen[i] ?? 0;
      place[node] = UNSEEN;
      if (distance[2 * node] !== NEVER) distance[2 * node] = FAR;
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
    const known = this.distance[2 * node] ?? 0;
    return cost < known || (cost === known && hash < (this.distance[2 * node + 1] ?? 0));
  }

  /** Puts a node in, or brings it nearer. Only to be asked of a node for which this `isNearer`. */
  put(node: number, cost: number, hash: number): void {
    this.distance[2 * node] = cost;
    this.distance[2 * node + 1] = hash;
    let place = this.place[node] ?? 0;
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
    const nearest = this.heap[0] ?? 0;
    this.place[nearest] = TAKEN;
    this.size -= 1;
    if (this.size > 0) this.sink();
    return nearest;
  }

  private rise(from: number, node: number, cost: number, hash: number): void {
    const { heap, key, place } = this;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const otherCost = key[2 * above] ?? 0;
      const otherHash = key[2 * above + 1] ?? 0;
      if (cost > otherCost || (cost === otherCost && hash >= otherHash)) break;
      const other = heap[above] ?? 0;
      heap[at] = other;
      key[2 * at] = otherCost;
      key[2 * at + 1] = otherHash;
      place[other] = at;
      at = above;
    }
    heap[at] = node;
    key[2 * at] = cost;
    key[2 * at + 1] = hash;
    place[node] = at;
  }

  /** The gap at the top goes down to the bottom by the nearer side; the last node goes into it and rises. */
  private sink(): void {
    const { heap, key, place, size } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      let cost = key[2 * below] ?? 0;
      let hash = key[2 * below + 1] ?? 0;
      if (below + 1 < size) {
        const otherCost = key[2 * below + 2] ?? 0;
        const otherHash = key[2 * below + 3] ?? 0;
        if (otherCost < cost || (otherCost === cost && otherHash < hash)) {
          below += 1;
          cost = otherCost;
          hash = otherHash;
        }
      }
      const other = heap[below] ?? 0;
      heap[at] = other;
      key[2 * at] = cost;
      key[2 * at + 1] = hash;
      place[other] = at;
      at = below;
    }
    this.rise(at, heap[size] ?? 0, key[2 * size] ?? 0, key[2 * size + 1] ?? 0);
  }
}
