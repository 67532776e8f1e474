import { judgeTies } from '../../../shared/requests/learner-tie.ts';
import { clearedConflict } from '../../../shared/requests/declared-conflict.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly requests: RequestRepository;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

interface Decision {
  readonly id: string;
  readonly practitioner: string;
  readonly decision: 'upheld' | 'cleared';
  readonly by: string;
  readonly why: string;
}

type TieRefusal = 'unknown-request' | 'unknown-practitioner' | 'no-such-tie' | 'busy';

interface Facts {
  readonly request: SupervisionRequest | undefined;
  readonly practitioner: Practitioner | undefined;
}

/**
 * Records whether a practitioner has a tie with a learner. `upheld`: the practitioner is not asked for this request.
 * `cleared`: they may be asked, and the change of the request starts the matching again. Keeps the decision with the
 * request and the reason beside the audit. Idempotent; another decision replaces it.
 */
export const decideTie =
  ({ table, requests, practitioners, clock, chance }: Deps) =>
  ({
    id,
    practitioner: practitionerId,
    decision,
    by,
    why,
  }: Decision): Promise<Result<SupervisionRequest, TieRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts, SupervisionRequest, TieRefusal>({
      table,
      read: async () => {
        const [request, practitioner] = await Promise.all([
          requests.findPresent(id),
          practitioners.findPresent(practitionerId),
        ]);
        return { request, practitioner };
      },
      decide: ({ request, practitioner }) => {
        if (request === undefined) return refused('unknown-request');
        if (practitioner === undefined) return refused('unknown-practitioner');
        if (judgeTies(request, practitioner).standing === 'none') return refused('no-such-tie');
        const { tieDecisions = [], ...undecided } = request;
        const about =
          judgeTies(undecided, practitioner).standing === 'unclear'
            ? ('unclear' as const)
            : ('same' as const);
        const last = tieDecisions.findLast((one) => one.practitionerId === practitionerId);
        const conflicts =
          decision === 'cleared'
            ? request.conflicts.map((conflict) =>
                conflict.practitionerId === practitionerId ? clearedConflict(conflict, by, now) : conflict,
              )
            : request.conflicts;
        if (
          last?.is === decision &&
          last.about === about &&
          conflicts.every((one, index) => one === request.conflicts[index])
        )
          return accepted({ value: request, changes: [] });
        const decided = {
          ...request,
          conflicts,
          tieDecisions: [...tieDecisions, { practitionerId, is: decision, about, by, at: now }],
          updatedAt: now,
        };
        return accepted({
          value: decided,
          changes: [
            requests.save(decided),
            ...teamDecisionRows(`request#${id}`, now, chance.id(), { by, why }, `tie-${decision}`, {
              practitioner: practitionerId,
            }),
          ],
        });
      },
    });
  };
