import type { Row } from '../../functions/platform/storage/table.ts';

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
  rows(): readonly Row[];
}

/** Only rows with both of its keys stand in the index. */
const isFiled = (row: Row | undefined): row is Row => row?.listPk !== undefined && row.listSk !== undefined;

export const memoryIndex = (): MemoryIndex => {
  const filed = new Map<string, Row>();
  const late: { readonly name: string; readonly row: Row | undefined }[] = [];
  let held = false;

  const apply = ({ name, row }: { readonly name: string; readonly row: Row | undefined }): void => {
    if (isFiled(row)) filed.set(name, row);
    else filed.delete(name);
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
      late.push({ name, row });
      if (!held) catchUp();
    },
    rows: () => [...filed.values()],
  };
};
