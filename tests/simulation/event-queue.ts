interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export interface EventQueue {
  /** @param at virtual time in milliseconds; events with the same time run in the order in which they were added */
  add(at: number, run: () => void): void;
  /** Removes the earliest event and returns it. */
  next(): Due | undefined;
  /** Time of the earliest event. */
  readonly first: number | undefined;
}

const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A queue of events in the order of virtual time, kept as a binary heap. */
export const eventQueue = (): EventQueue => {
  const heap: Due[] = [];
  let added = 0;
  return {
    add: (at, run) => {
      const due = { at, order: (added += 1), run };
      let place = heap.length;
      while (place > 0) {
        const above = (place - 1) >> 1;
        if (before(heap[above]!, due)) break;
        heap[place] = heap[above]!;
        place = above;
      }
      heap[place] = due;
    },
    next: () => {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      let place = 0;
      for (;;) {
        let below = 2 * place + 1;
        if (below >= heap.length) break;
        if (below + 1 < heap.length && before(heap[below + 1]!, heap[below]!)) below += 1;
        if (before(last, heap[below]!)) break;
        heap[place] = heap[below]!;
        place = below;
      }
      heap[place] = last;
      return first;
    },
    get first() {
      return heap[0]?.at;
    },
  };
};
