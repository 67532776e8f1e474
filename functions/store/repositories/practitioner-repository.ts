import {
  type Practitioner,
  type PractitionerState,
  practitionerSchema,
} from '../../../shared/people/practitioner.ts';
import { keys, lists } from '../table/keys.ts';
import { rowsOf } from '../table/row.ts';
import type { Change, Table } from '../table/table.ts';

const rows = rowsOf<Practitioner>({
  kind: 'practitioner',
  schema: practitionerSchema,
  key: ({ id }) => keys.practitioner(id),
  list: ({ state, confirmedAt, id }) =>
    state === 'erased' ? undefined : { pk: lists.practitioners(state), sk: `${confirmedAt}#${id}` },
});

export interface PractitionerRepository {
  find(id: string): Promise<Practitioner | undefined>;
  /** All practitioners in one state, longest unconfirmed first. The index may lag: judge again on a fresh read. */
  inState(state: PractitionerState): Promise<readonly Practitioner[]>;
  /** Those in one state whose details were last confirmed at or before `instant`. */
  confirmedBefore(state: PractitionerState, instant: string): Promise<readonly Practitioner[]>;
  save(practitioner: Practitioner, states?: readonly PractitionerState[]): Change;
}

export const practitionerRepository = (table: Table): PractitionerRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.practitioner(id)]);
    return row === undefined ? undefined : rows.parse(row);
  },
  inState: async (state) =>
    rows.parseAll(table, await table.query({ from: 'by-list', partition: lists.practitioners(state) })),
  confirmedBefore: async (state, instant) =>
    rows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.practitioners(state), atMost: `${instant}#~` }),
    ),
  save: rows.save,
});
