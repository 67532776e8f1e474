const UNSEEN = -1;
const TAKEN = -2;
const FAR = Number.POSITIVE_INFINITY;
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Priority queue of nodes by distance: a binary heap that tracks each node's position, so that distances can
 * decrease. A distance is two integers below 2^53, cost and hash, compared in that order; node `n` has
 * `distance[2n]` and `distance[2n + 1]`. The heap keeps its own copy of distances, so that sifting reads no
 * other memory.
 */
export class NodeQueue {
  readonly distance: Float64Array;
  /** Distance of the node at heap position `p`: `key[2p]` and `key[2p + 1]`. */
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

  /** Excludes a node from this and every later search. */
  exclude(node: number): void {
    this.distance[2 * node] = NEVER;
  }

  /** Whether this distance is below the node's known distance. */
  isNearer(node: number, cost: number, hash: number): boolean {
    const known = this.distance[2 * node] ?? 0;
    return cost < known || (cost === known && hash < (this.distance[2 * node + 1] ?? 0));
  }

  /** Inserts a node or decreases its distance. Call only if `isNearer` is true for this distance. */
  put(node: number, cost: number, hash: number): void {
    this.distance[2 * node] = cost;
    this.distance[2 * node + 1] = hash;
    let place = this.place[node] ?? 0;
    // A node that has been taken cannot come nearer while all steps cost zero or more. If it does, this
    // throws, because the search would otherwise never end.
    if (place === TAKEN) throw new Error(`node ${node} came nearer after its turn`);
    if (place === UNSEEN) {
      this.seen[this.seenCount] = node;
      this.seenCount += 1;
      place = this.size;
      this.size += 1;
    }
    this.rise(place, node, cost, hash);
  }

  /** Removes the nearest node; −1 if the queue is empty. */
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

  /**
   * Moves the gap at the root down along the smaller children, fills it with the last node of the heap, and
   * sifts this node up.
   */
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
