import type { Row } from '../../../functions/store/table/table.ts';
import { memoryPartitions, type Wanted } from './partitions.ts';

/** The index of a memory table. It is up to date until a test delays it. */
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
  sorted(list: string, wanted: Wanted): readonly Row[];
}

interface Changed {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

export const memoryIndex = (): MemoryIndex => {
  const filed = memoryPartitions<Row>();
  const late: Changed[] = [];
  let held = false;

  // The index contains only rows that have both index keys.
  const apply = ({ before, after }: Changed): void => {
    if (before?.listPk !== undefined && before.listSk !== undefined)
      filed.remove(before.listPk, before.listSk, before);
    if (after?.listPk !== undefined && after.listSk !== undefined)
      filed.add(after.listPk, after.listSk, after);
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
    sorted: (list, wanted) => filed.sorted(list, wanted),
  };
};
