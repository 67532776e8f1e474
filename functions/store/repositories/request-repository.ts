import {
  type RequestState,
  type SupervisionRequest,
  requestSchema,
} from '../../../shared/requests/request.ts';
import { keys, lists } from '../table/keys.ts';
import { rowsOf } from '../table/row.ts';
import type { Change, Table } from '../table/table.ts';

const rows = rowsOf<SupervisionRequest>({
  kind: 'request',
  schema: requestSchema,
  key: ({ id }) => keys.request(id),
  list: ({ state, signOffNeededBy, id }) =>
    state === 'erased' ? undefined : { pk: lists.requests(state), sk: `${signOffNeededBy}#${id}` },
  marks: ({ state, seats }) => ({
    seeking: state === 'open' && seats.some((seat) => seat.state === 'vacant'),
  }),
});

export interface RequestRepository {
  find(id: string): Promise<SupervisionRequest | undefined>;
  /** Those of these requests that are there, each once; 100 at most. */
  findAll(ids: readonly string[]): Promise<readonly SupervisionRequest[]>;
  /** All requests in one state, nearest sign-off date first. The index may lag. */
  inState(state: RequestState): Promise<readonly SupervisionRequest[]>;
  /** Those in one state whose sign-off date is `day` or earlier. */
  dueBy(state: RequestState, day: string): Promise<readonly SupervisionRequest[]>;
  save(request: SupervisionRequest, states?: readonly RequestState[]): Change;
}

export const requestRepository = (table: Table): RequestRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.request(id)]);
    return row === undefined ? undefined : rows.parse(row);
  },
  findAll: async (ids) =>
    ids.length === 0 ? [] : rows.parseAll(table, await table.get([...new Set(ids)].map(keys.request))),
  inState: async (state) =>
    rows.parseAll(table, await table.query({ from: 'by-list', partition: lists.requests(state) })),
  dueBy: async (state, day) =>
    rows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.requests(state), atMost: `${day}#~` }),
    ),
  save: rows.save,
});
