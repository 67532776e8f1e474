import type { Chance } from '../platform/chance.ts';
import type { Table } from './table/table.ts';

/** Dependencies of use cases that write: the table, and the source of new ids. */
export interface WriteDeps {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
}
