import type { Row, Table } from '../../functions/store/table/table.ts';
import { indexedTable } from '../../functions/store/table/indexed-table.ts';
import { type MemoryTable, memoryTable } from './memory-table/memory-table.ts';

interface SpoiltTable {
  readonly table: Table;
  readonly memory: MemoryTable;
  /**
   * The partition key of each row that was reported to the table as unreadable, with the reason; without repetitions.
   */
  readonly setAside: () => readonly string[];
  /** Adds an unreadable copy of each row of these kinds, under another id and in the same lists as the row. */
  readonly spoil: (...kinds: readonly string[]) => void;
  /** Makes the selected rows unreadable. */
  readonly damage: (which: (row: Row) => boolean) => void;
}

const twin = (row: Row): Row => ({
  ...row,
  pk: `${row.pk}-bad`,
  ...(row.listSk === undefined ? {} : { listSk: `${row.listSk}-bad` }),
});

/** Returns a row as a newer version or a manual edit may leave it. */
const unreadable = (row: Row): Row =>
  'noun' in row
    ? {
        ...row,
        noun: {
          ...(row['noun'] as object),
          ...('state' in row ? { state: 'from-the-future' } : { name: 7 }),
        },
      }
    : { ...row, ...('entry' in row ? { entry: 'x' } : {}), ...('noun' in row ? {} : { action: 7, link: 7 }) };

/** Creates a table whose rows can be made unreadable, and which records the reports about unreadable rows. */
export const spoiltTable = (): SpoiltTable => {
  const memory = indexedTable(memoryTable());
  const told = new Set<string>();
  return {
    memory,
    table: { ...memory, setAside: ({ pk }, reason) => void told.add(`${pk} ${reason}`) },
    setAside: () => [...told].toSorted(),
    spoil: (...kinds) => {
      const rows = memory.rows();
      const bad = rows
        .filter((row) => kinds.includes(String(row['kind'])))
        .map((row) => unreadable(twin(row)));
      memory.restore([...bad, ...rows]);
    },
    damage: (which) => {
      memory.restore(memory.rows().map((row) => (which(row) ? unreadable(row) : row)));
    },
  };
};
