import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { addressHash } from '../platform/hash.ts';
import { keys } from './table/keys.ts';
import { openRequestsRows } from './table/rows/open-requests-rows.ts';
import type { RequestRepository } from './repositories/request-repository.ts';
import type { Change, Key, Table } from './table/table.ts';

/** Maximum number of open requests of one e-mail address. */
const AT_MOST = 3;

export interface OpenRequests {
  /**
   * Returns the change that adds a request to its requester's list of open ones; undefined if the limit is
   * reached. Also removes closed requests from the list, so that closing a request need not change the list.
   */
  placeFor(request: SupervisionRequest): Promise<Change | undefined>;
  /**
   * Returns the ids of the requests that are missing from their requester's list. Ignores requesters without a list.
   */
  notCounted(requests: readonly SupervisionRequest[]): Promise<readonly string[]>;
  /** Returns the changes that remove a request from its requester's list, for an erasure. */
  forget(request: SupervisionRequest): Promise<readonly Change[]>;
}

const keyOf = ({ email }: SupervisionRequest): Key => keys.counter(`open-requests#${addressHash(email)}`);

/**
 * Whether a request stays in the list. Matched requests do not count towards the limit but stay, because they may
 * open again.
 */
const mayBeOpen = (request: SupervisionRequest | undefined): boolean =>
  request?.state === 'open' || request?.state === 'matched';

const KEYS_AT_ONCE = 100;

export const openRequests = (table: Pick<Table, 'get'>, requests: RequestRepository): OpenRequests => ({
  placeFor: async (request) => {
    const key = keyOf(request);
    const [row] = await table.get([key]);
    const stored = row === undefined ? undefined : openRequestsRows.parse(row);
    const counted = await Promise.all((stored?.requestIds ?? []).map((one) => requests.findPresent(one)));
    if (counted.filter((one) => one?.state === 'open').length >= AT_MOST) return undefined;
    const kept = counted.filter(mayBeOpen).flatMap((one) => one?.id ?? []);
    return openRequestsRows.put(
      key,
      { ...stored, version: (stored?.version ?? 0) + 1, requestIds: [...kept, request.id] },
      stored === undefined ? { is: 'absent' } : { is: 'at', version: stored.version },
    );
  },
  notCounted: async (asked) => {
    const missing: string[] = [];
    for (let start = 0; start < asked.length; start += KEYS_AT_ONCE) {
      const some = asked.slice(start, start + KEYS_AT_ONCE);
      const rows = new Map(
        (await table.get(some.map(keyOf))).map((row) => [row.pk, openRequestsRows.parse(row)]),
      );
      for (const request of some) {
        const row = rows.get(keyOf(request).pk);
        if (row !== undefined && !row.requestIds.includes(request.id)) missing.push(request.id);
      }
    }
    return missing;
  },
  forget: async (request) => {
    const key = keyOf(request);
    const [row] = await table.get([key]);
    const stored = row === undefined ? undefined : openRequestsRows.parse(row);
    if (stored?.requestIds.includes(request.id) !== true) return [];
    const left = stored.requestIds.filter((id) => id !== request.id);
    const when = { is: 'at', version: stored.version } as const;
    return left.length === 0
      ? [{ do: 'remove', key, when }]
      : [openRequestsRows.put(key, { ...stored, version: stored.version + 1, requestIds: left }, when)];
  },
});
