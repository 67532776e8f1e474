import { intAt, itemAt } from './checked-access.ts';

const UNSEEN = -1;

/** A strongly connected component: nodes that all lead to each other. */
export interface Component {
  readonly nodes: readonly number[];
  /** Indexes of the components to which this one leads directly. */
  readonly next: readonly number[];
}

/**
 * Finds strongly connected components on demand by Tarjan's algorithm. It is iterative, because a chain of
 * nodes can be as long as the intake, which is too deep for recursion. A walk over components visits each
 * component once, however dense the graph is inside a component.
 */
export class Components {
  private readonly found: Component[] = [];
  private readonly leadsTo: (node: number) => Int32Array;
  private readonly nextOf = new Map<number, Int32Array>();
  private readonly seenAt: Int32Array;
  private readonly lowest: Int32Array;
  private readonly component: Int32Array;
  private readonly open: number[] = [];
  private seen = 0;

  constructor(nodes: number, leadsTo: (node: number) => Int32Array) {
    this.leadsTo = leadsTo;
    this.seenAt = new Int32Array(nodes).fill(UNSEEN);
    this.lowest = new Int32Array(nodes);
    this.component = new Int32Array(nodes).fill(UNSEEN);
  }

  at(number: number): Component {
    return itemAt(this.found, number);
  }

  /** Index of a node's component. */
  of(node: number): number {
    if (intAt(this.component, node) === UNSEEN) this.explore(node);
    return intAt(this.component, node);
  }

  private explore(start: number): void {
    const path = [{ node: start, next: this.enter(start), at: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { node, next } = step;
      if (step.at === next.length) {
        path.pop();
        this.leave(node);
        const before = path.at(-1);
        if (before !== undefined) this.lower(before.node, intAt(this.lowest, node));
        continue;
      }
      const other = intAt(next, step.at);
      step.at += 1;
      if (intAt(this.seenAt, other) === UNSEEN) path.push({ node: other, next: this.enter(other), at: 0 });
      else if (intAt(this.component, other) === UNSEEN) this.lower(node, intAt(this.seenAt, other));
    }
  }

  private enter(node: number): Int32Array {
    this.seenAt[node] = this.seen;
    this.lowest[node] = this.seen;
    this.seen += 1;
    this.open.push(node);
    const next = this.leadsTo(node);
    this.nextOf.set(node, next);
    return next;
  }

  private lower(node: number, seenAt: number): void {
    if (seenAt < intAt(this.lowest, node)) this.lowest[node] = seenAt;
  }

  /** Completes a component if this node is the first that was visited in the component. */
  private leave(node: number): void {
    if (intAt(this.lowest, node) !== intAt(this.seenAt, node)) return;
    const nodes = this.open.splice(this.open.lastIndexOf(node));
    const number = this.found.length;
    for (const member of nodes) this.component[member] = number;
    const next = new Set<number>();
    for (const member of nodes)
      for (const other of this.nextOf.get(member) ?? []) next.add(intAt(this.component, other));
    next.delete(number);
    this.found.push({ nodes, next: [...next] });
  }
}
