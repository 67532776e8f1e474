import type { RequestState, SupervisionRequest } from '../../../shared/requests/request.ts';
import { keys, lists } from '../table/keys.ts';
import { requestRows } from '../table/rows/request-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface RequestRepository {
  find(id: string): Promise<SupervisionRequest | undefined>;
  /** Reads the requests with these ids, each once. Takes at most 100 ids and leaves out unknown ones. */
  findAll(ids: readonly string[]): Promise<readonly SupervisionRequest[]>;
  /** Reads all requests in one state, nearest sign-off date first. The index may lag. */
  inState(state: RequestState): Promise<readonly SupervisionRequest[]>;
  /** Reads the requests in one state whose sign-off date is `day` or earlier. */
  dueBy(state: RequestState, day: string): Promise<readonly SupervisionRequest[]>;
  save(request: SupervisionRequest, states?: readonly RequestState[]): Change;
}

export const requestRepository = (table: Table): RequestRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.request(id)]);
    return row === undefined ? undefined : requestRows.parse(row);
  },
  findAll: async (ids) =>
    ids.length === 0 ? [] : requestRows.parseAll(table, await table.get([...new Set(ids)].map(keys.request))),
  inState: async (state) =>
    requestRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.requests(state) })),
  dueBy: async (state, day) =>
    requestRows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.requests(state), atMost: `${day}#~` }),
    ),
  save: requestRows.save,
});
