import type { Chance } from '../platform/chance.ts';
import type { Table } from './table/table.ts';

/** What every decision of this room is made with: where to write, and the only source of new ids. */
export interface WriteDeps {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
}
