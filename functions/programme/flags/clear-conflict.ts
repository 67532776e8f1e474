import { clearedConflict, isUndecided } from '../../../shared/requests/declared-conflict.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly requests: RequestRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

/**
 * Records that the team has reviewed the conflicts of interest declared in a request and accepts them, so that the
 * people named may get an offer. Keeps the reason beside the audit.
 */
export const clearConflict =
  ({ table, requests, clock, chance }: Deps) =>
  (id: string, by: string, why: string): Promise<Result<SupervisionRequest, 'unknown-request' | 'busy'>> => {
    const now = clock.now();
    return decideAndCommit<SupervisionRequest | undefined, SupervisionRequest, 'unknown-request' | 'busy'>({
      table,
      read: () => requests.findPresent(id),
      decide: (request) => {
        if (request === undefined) return refused('unknown-request');
        if (!request.conflicts.some(isUndecided)) return accepted({ value: request, changes: [] });
        const conflicts = request.conflicts.map((conflict) => clearedConflict(conflict, by, now));
        const cleared = { ...request, conflicts, updatedAt: now };
        return accepted({
          value: cleared,
          changes: [
            requests.save(cleared),
            ...teamDecisionRows(`request#${id}`, now, chance.id(), { by, why }, 'conflict-cleared'),
          ],
        });
      },
    });
  };
