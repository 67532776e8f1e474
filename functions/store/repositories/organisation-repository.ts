import type { Organisation } from '../../../shared/people/organisation.ts';
import { keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { organisationRows } from '../table/rows/organisation-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface OrganisationRepository {
  find(id: string): Promise<Organisation | undefined>;
  /** Reads all organisations, in the order of their names. The index may lag. */
  all(): Promise<readonly Organisation[]>;
  /** Reads one page of the organisations, in the same order. */
  page(page: PageOf): Promise<ListPage<Organisation>>;
  save(organisation: Organisation): Change;
}

export const organisationRepository = (table: Table): OrganisationRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.organisation(id)]);
    return row === undefined ? undefined : organisationRows.parse(row);
  },
  all: async () =>
    organisationRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.organisations })),
  page: (page) =>
    listPage(table, lists.organisations, page, (rows) => organisationRows.parseAll(table, rows)),
  save: organisationRows.save,
});
