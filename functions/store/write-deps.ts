import type { Chance } from '../platform/chance.ts';
import type { Table } from './table/table.ts';

/** Dependencies of every decision in this room: the table, and the only source of new ids. */
export interface WriteDeps {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
}
