import type { Row } from '../../../functions/store/table/table.ts';
import { memoryPartitions, type Wanted } from './partitions.ts';

/** The index of a memory table: up to date until a test holds it back. */
export interface MemoryIndex {
  /** From now on changes wait: readers of lists see what was. */
  hold(): void;
  /** Lets the oldest waiting changes through, all of them unless told how many. */
  catchUp(count?: number): void;
  /** Lets everything through and keeps up again. */
  release(): void;
  /** Changes that readers of lists do not see yet. */
  readonly waiting: number;
  /** For the table: a row was stored in place of another, or of nothing, or removed. */
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

  // Only rows with both of its keys stand in the index.
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
