import * as z from 'zod';
import type { SupervisionRequest } from '../../shared/domain/request.ts';
import { addressHash } from '../platform/hash.ts';
import { keys } from '../platform/storage/keys.ts';
import type { RequestRepository } from '../platform/storage/request-repository.ts';
import type { Change, Table } from '../platform/storage/table.ts';

/** Open requests that one person may have at once. */
const AT_MOST = 3;

const rowSchema = z.object({ version: z.number().int(), requestIds: z.array(z.string()) });

export interface OpenRequests {
  /**
   * The change that counts one more open request of its requester, or undefined when that would be one too many.
   * Requests that are not open any more give their place back without anybody having to count down.
   */
  placeFor(request: SupervisionRequest): Promise<Change | undefined>;
}

export const openRequests = (table: Pick<Table, 'get'>, requests: RequestRepository): OpenRequests => ({
  placeFor: async ({ id, email }) => {
    const key = keys.counter(`open-requests#${addressHash(email)}`);
    const [row] = await table.get([key]);
    const stored = row === undefined ? undefined : rowSchema.parse(row);
    const counted = await Promise.all((stored?.requestIds ?? []).map((one) => requests.find(one)));
    const open = counted.filter((one) => one?.state === 'open').flatMap((one) => one?.id ?? []);
    if (open.length >= AT_MOST) return undefined;
    return {
      do: 'put',
      when: stored === undefined ? { is: 'absent' } : { is: 'at', version: stored.version },
      row: { ...key, kind: 'open-requests', version: (stored?.version ?? 0) + 1, requestIds: [...open, id] },
    };
  },
});
