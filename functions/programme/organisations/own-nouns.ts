import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { Table } from '../../store/table/table.ts';

/** Number of ids of each kind to read in one call. */
const AT_ONCE = 50;

interface Ids {
  readonly practitioners: readonly string[];
  readonly requests: readonly string[];
}

interface OwnNouns {
  readonly practitioners: readonly Practitioner[];
  readonly requests: readonly SupervisionRequest[];
}

/** Reads practitioners and requests by their ids, in as many calls as their number needs. Leaves out erased ones. */
export const ownNouns =
  (table: Pick<Table, 'get'>) =>
  async (ids: Ids): Promise<OwnNouns> => {
    const calls = Math.ceil(Math.max(ids.practitioners.length, ids.requests.length) / AT_ONCE);
    const read = await Promise.all(
      Array.from({ length: calls }, (_, call) => {
        const of = (all: readonly string[]) => all.slice(call * AT_ONCE, (call + 1) * AT_ONCE);
        return readNouns(table, { practitioners: of(ids.practitioners), requests: of(ids.requests) });
      }),
    );
    return {
      practitioners: read.flatMap(({ practitioners }) => [...practitioners.values()]),
      requests: read.flatMap(({ requests }) => [...requests.values()]),
    };
  };
