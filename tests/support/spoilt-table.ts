import type { Row, Table } from '../../functions/store/table/table.ts';
import { type MemoryTable, memoryTable } from './memory-table/memory-table.ts';

interface SpoiltTable {
  readonly table: Table;
  readonly memory: MemoryTable;
  /** The partition keys and reasons that the table was told of, each once. */
  readonly setAside: () => readonly string[];
  /** Stores each stored row of these kinds once more, so that it cannot be read: in the same lists, under another id. */
  readonly spoil: (...kinds: readonly string[]) => void;
  /** Makes rows unreadable where they stand. */
  readonly damage: (which: (row: Row) => boolean) => void;
}

const twin = (row: Row): Row => ({
  ...row,
  pk: `${row.pk}-bad`,
  ...(row.listSk === undefined ? {} : { listSk: `${row.listSk}-bad` }),
});

/** What a newer version, or a hand, may leave of a row. */
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

/** A table on which rows can be spoilt, and which notes what it is told of them. */
export const spoiltTable = (): SpoiltTable => {
  const memory = memoryTable();
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
