import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { RequestState, StoredRequest, SupervisionRequest } from '../../../shared/requests/request.ts';
import { keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { requestRows } from '../table/rows/request-rows.ts';
import type { Change, Row, Table } from '../table/table.ts';

export interface RequestRepository {
  find(id: string): Promise<StoredRequest | undefined>;
  /** Reads a request; undefined for an unknown id and for an erased request. */
  findPresent(id: string): Promise<SupervisionRequest | undefined>;
  /** Reads the requests with these ids, each once. Takes at most 100 ids and leaves out unknown and erased ones. */
  findAll(ids: readonly string[]): Promise<readonly SupervisionRequest[]>;
  /** Reads all requests in one state, nearest sign-off date first. The index may lag. */
  inState(state: SupervisionRequest['state']): Promise<readonly SupervisionRequest[]>;
  /** Reads the requests in one state whose sign-off date is `day` or earlier. */
  dueBy(state: SupervisionRequest['state'], day: string): Promise<readonly SupervisionRequest[]>;
  /** Reads one page of the requests in one state, in the same order. The page's `until` is a day. */
  page(state: SupervisionRequest['state'], page: PageOf): Promise<ListPage<SupervisionRequest>>;
  save(request: StoredRequest, states?: readonly RequestState[]): Change;
}

export const requestRepository = (table: Table): RequestRepository => {
  const find = async (id: string): Promise<StoredRequest | undefined> => {
    const [row] = await table.get([keys.request(id)]);
    return row === undefined ? undefined : requestRows.parse(row);
  };
  const present = (rows: readonly Row[]): readonly SupervisionRequest[] =>
    requestRows.parseAll(table, rows).filter((request) => !isErased(request));
  return {
    find,
    findPresent: async (id) => {
      const request = await find(id);
      return request === undefined || isErased(request) ? undefined : request;
    },
    findAll: async (ids) =>
      ids.length === 0 ? [] : present(await table.get([...new Set(ids)].map(keys.request))),
    inState: async (state) =>
      present(await table.query({ from: 'by-list', partition: lists.requests(state) })),
    dueBy: async (state, day) =>
      present(await table.query({ from: 'by-list', partition: lists.requests(state), atMost: `${day}#~` })),
    page: (state, { until, ...page }) =>
      listPage(
        table,
        lists.requests(state),
        { ...page, ...(until === undefined ? {} : { until: `${until}#~` }) },
        present,
      ),
    save: requestRows.save,
  };
};
