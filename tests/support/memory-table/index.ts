import { keysOfSource, type Row } from '../../../functions/store/table/table.ts';
import { memoryPartitions, type Wanted } from './partitions.ts';

/** The indexes of a memory table. They are up to date until a test delays them. */
export interface MemoryIndex {
  /** Starts to delay changes, so that lists show the old state. */
  hold(): void;
  /** Applies the `count` oldest delayed changes, by default all of them. */
  catchUp(count?: number): void;
  /** Applies all delayed changes and stops delaying. */
  release(): void;
  /** Number of delayed changes. */
  readonly waiting: number;
  /** Called by the table after a row was added, replaced or removed. */
  changed(before: Row | undefined, after: Row | undefined): void;
  sorted(from: Index, partition: string, wanted: Wanted): readonly Row[];
}

type Index = 'by-list' | 'by-change';

/** Attributes of a row that the index `by-change` holds. */
const projected: ReadonlySet<string> = new Set(['pk', 'sk', 'changedPk', 'changedSk', 'version', 'state']);
const inIndex = (index: Index, row: Row): Row =>
  index === 'by-list'
    ? row
    : (Object.fromEntries(Object.entries(row).filter(([name]) => projected.has(name))) as Row);

interface Changed {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

export const memoryIndex = (): MemoryIndex => {
  const filed = { 'by-list': memoryPartitions<Row>(), 'by-change': memoryPartitions<Row>() };
  const late: Changed[] = [];
  let held = false;

  // An index contains only rows that have both of its keys.
  const keyIn = (index: Index, row: Row | undefined): readonly [string, string] | undefined => {
    const { pk, sk } = keysOfSource[index];
    const [partition, position] = [row?.[pk], row?.[sk]];
    return partition === undefined || position === undefined ? undefined : [partition, position];
  };
  const apply = ({ before, after }: Changed): void => {
    for (const index of ['by-list', 'by-change'] as const) {
      const [old, now] = [keyIn(index, before), keyIn(index, after)];
      if (before !== undefined && old !== undefined) filed[index].remove(...old, before);
      if (after !== undefined && now !== undefined) filed[index].add(...now, after);
    }
  };
  const catchUp = (count = late.length): void => late.splice(0, count).forEach(apply);

  return {
    hold: () => {
      held = true;
    },
    catchUp,
    release: () => {
      held = false;
      catchUp();
    },
    get waiting() {
      return late.length;
    },
    changed: (before, after) => {
      if (held) late.push({ before, after });
      else apply({ before, after });
    },
    sorted: (from, partition, wanted) =>
      filed[from].sorted(partition, wanted).map((row) => inIndex(from, row)),
  };
};
