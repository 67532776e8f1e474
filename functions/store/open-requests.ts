import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { addressHash } from '../platform/hash.ts';
import { keys } from './table/keys.ts';
import { openRequestsRows } from './table/rows/open-requests-rows.ts';
import type { RequestRepository } from './repositories/request-repository.ts';
import type { Change, Key, Table } from './table/table.ts';

/** Open requests that one address may have at once. */
const AT_MOST = 3;

export interface OpenRequests {
  /**
   * The change that counts one more open request of its requester; undefined when that would exceed the limit.
   * Requests that have closed are dropped from the count here, so that closing one needs no change of its own.
   */
  placeFor(request: SupervisionRequest): Promise<Change | undefined>;
  /** Ids of the requests that are missing from their requester's count. Requesters without a count are left out. */
  notCounted(requests: readonly SupervisionRequest[]): Promise<readonly string[]>;
  /** The changes that remove a request from its requester's count, for an erasure. */
  forget(request: SupervisionRequest): Promise<readonly Change[]>;
}

const keyOf = ({ email }: SupervisionRequest): Key => keys.counter(`open-requests#${addressHash(email)}`);

/** Matched requests do not count towards the limit but may open again, so they stay in the list. */
const mayBeOpen = (request: SupervisionRequest | undefined): boolean =>
  request?.state === 'open' || request?.state === 'matched';

const KEYS_AT_ONCE = 100;

export const openRequests = (table: Pick<Table, 'get'>, requests: RequestRepository): OpenRequests => ({
  placeFor: async (request) => {
    const key = keyOf(request);
    const [row] = await table.get([key]);
    const stored = row === undefined ? undefined : openRequestsRows.parse(row);
    const counted = await Promise.all((stored?.requestIds ?? []).map((one) => requests.find(one)));
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
