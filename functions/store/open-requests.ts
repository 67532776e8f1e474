import * as z from 'zod';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { addressHash } from '../platform/hash.ts';
import { keys } from './table/keys.ts';
import type { RequestRepository } from './repositories/request-repository.ts';
import type { Change, Key, Table } from './table/table.ts';

/** Open requests that one person may have at once. */
const AT_MOST = 3;

const rowSchema = z.object({ version: z.number().int(), requestIds: z.array(z.string()) });

export interface OpenRequests {
  /**
   * The change that counts one more open request of its requester, or undefined when that would be one too many.
   * Requests that are not open any more give their place back without anybody having to count down.
   */
  placeFor(request: SupervisionRequest): Promise<Change | undefined>;
  /** Of these requests, those that their requester's count does not hold although there is one. */
  notCounted(requests: readonly SupervisionRequest[]): Promise<readonly string[]>;
  /** The changes after which nothing says that this address asked for this request: erasure. */
  forget(request: SupervisionRequest): Promise<readonly Change[]>;
}

const keyOf = ({ email }: SupervisionRequest): Key => keys.counter(`open-requests#${addressHash(email)}`);

/** Matched requests do not count, but may open again: they stay in the list. */
const mayBeOpen = (request: SupervisionRequest | undefined): boolean =>
  request?.state === 'open' || request?.state === 'matched';

const KEYS_AT_ONCE = 100;

export const openRequests = (table: Pick<Table, 'get'>, requests: RequestRepository): OpenRequests => ({
  placeFor: async (request) => {
    const key = keyOf(request);
    const [row] = await table.get([key]);
    const stored = row === undefined ? undefined : rowSchema.parse(row);
    const counted = await Promise.all((stored?.requestIds ?? []).map((one) => requests.find(one)));
    if (counted.filter((one) => one?.state === 'open').length >= AT_MOST) return undefined;
    const kept = counted.filter(mayBeOpen).flatMap((one) => one?.id ?? []);
    return {
      do: 'put',
      when: stored === undefined ? { is: 'absent' } : { is: 'at', version: stored.version },
      row: {
        ...key,
        kind: 'open-requests',
        version: (stored?.version ?? 0) + 1,
        requestIds: [...kept, request.id],
      },
    };
  },
  notCounted: async (asked) => {
    const missing: string[] = [];
    for (let start = 0; start < asked.length; start += KEYS_AT_ONCE) {
      const some = asked.slice(start, start + KEYS_AT_ONCE);
      const rows = new Map((await table.get(some.map(keyOf))).map((row) => [row.pk, rowSchema.parse(row)]));
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
    const stored = row === undefined ? undefined : rowSchema.parse(row);
    if (stored?.requestIds.includes(request.id) !== true) return [];
    const left = stored.requestIds.filter((id) => id !== request.id);
    const when = { is: 'at', version: stored.version } as const;
    return left.length === 0
      ? [{ do: 'remove', key, when }]
      : [
          {
            do: 'put',
            when,
            row: { ...key, kind: 'open-requests', version: stored.version + 1, requestIds: left },
          },
        ];
  },
});
