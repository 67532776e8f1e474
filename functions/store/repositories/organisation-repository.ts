import { type Organisation, organisationSchema } from '../../../shared/people/organisation.ts';
import { keys, lists } from '../table/keys.ts';
import { rowsOf } from '../table/row.ts';
import type { Change, Table } from '../table/table.ts';

const rows = rowsOf<Organisation>({
  kind: 'organisation',
  schema: organisationSchema,
  key: ({ id }) => keys.organisation(id),
  list: ({ name, id }) => ({ pk: lists.organisations, sk: `${name}#${id}` }),
});

export interface OrganisationRepository {
  find(id: string): Promise<Organisation | undefined>;
  /** Every organisation, by name. The index may lag. */
  all(): Promise<readonly Organisation[]>;
  save(organisation: Organisation): Change;
}

export const organisationRepository = (table: Table): OrganisationRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.organisation(id)]);
    return row === undefined ? undefined : rows.parse(row);
  },
  all: async () =>
    rows.parseAll(table, await table.query({ from: 'by-list', partition: lists.organisations })),
  save: rows.save,
});
