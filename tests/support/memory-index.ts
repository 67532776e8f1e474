import type { Row } from '../../functions/platform/storage/table.ts';
import { memoryPartitions, type Place } from './memory-partitions.ts';

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
  /** For the table: a row was stored or, when undefined, removed. */
  changed(name: string, row: Row | undefined): void;
  sorted(list: string, wanted: (sortKey: string) => boolean): readonly Row[];
}

/** Only rows with both of its keys stand in the index. */
const placeOf = (name: string, row: Row | undefined): Place | undefined =>
  row?.listPk === undefined || row.listSk === undefined
    ? undefined
    : { partition: row.listPk, sortKey: row.listSk, name };

export const memoryIndex = (): MemoryIndex => {
  const filed = memoryPartitions<Row>();
  const places = new Map<string, Place>();
  const late: { readonly name: string; readonly row: Row | undefined }[] = [];
  let held = false;

  const apply = ({ name, row }: { readonly name: string; readonly row: Row | undefined }): void => {
    const before = places.get(name);
    const place = placeOf(name, row);
    if (before !== undefined) filed.remove(before);
    if (place === undefined || row === undefined) places.delete(name);
    else {
      places.set(name, place);
      filed.set(place, row);
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
    changed: (name, row) => {
      if (held) late.push({ name, row });
      else apply({ name, row });
    },
    sorted: (list, wanted) => filed.sorted(list, wanted),
  };
};
