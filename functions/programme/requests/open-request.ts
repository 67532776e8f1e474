import { isHeldBack, isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { openedByTeam } from '../../../shared/requests/support-moves.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NoPlace, OpenRequests } from '../../store/open-requests.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { changesOfOpening } from '../../matching/matches/changes-of-opening.ts';

interface Deps {
  readonly table: Table;
  readonly requests: RequestRepository;
  readonly openRequests: Pick<OpenRequests, 'placeFor'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

export type OpenRefusal =
  'unknown-request' | 'request-does-not-wait' | 'learner-has-another-open-request' | 'busy';

interface Facts {
  readonly request: SupervisionRequest | undefined;
  readonly place: Result<readonly Change[], NoPlace>;
}

const canBeOpened = isRequestIn('unconfirmed', 'waiting-for-support');

/** The team decides about one learner at a time, so no number of requests limits it. */
const NO_LIMITS = { ofAddress: Infinity, ofEmployer: Infinity };

/**
 * Opens a request that waits for support or is held back, because the programme team knows that it is genuine. Keeps the
 * reason with the request. A learner still has one open request: the other one must be refused first. Idempotent.
 */
export const openRequest =
  ({ table, requests, openRequests, clock, chance }: Deps) =>
  (id: string, by: string, why: string): Promise<Result<SupervisionRequest, OpenRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts, SupervisionRequest, OpenRefusal>({
      table,
      read: async () => {
        const request = await requests.findPresent(id);
        return {
          request,
          place: request === undefined ? accepted([]) : await openRequests.placeFor(request, true, NO_LIMITS),
        };
      },
      decide: ({ request, place }) => {
        if (request === undefined) return refused('unknown-request');
        if (request.state === 'open' && request.decision !== undefined)
          return accepted({ value: request, changes: [] });
        if (!canBeOpened(request) || (request.state === 'unconfirmed' && !isHeldBack(request)))
          return refused('request-does-not-wait');
        if (!place.ok) return refused('learner-has-another-open-request');
        const opened = openedByTeam(request, { by, why, at: now });
        return accepted({
          value: opened,
          changes: [
            ...changesOfOpening(opened, {
              table,
              chance,
              now,
              actor: `team:${by}`,
              action: 'request-opened-by-team',
              words: { by, why },
            }),
            ...place.value,
          ],
        });
      },
    });
  };
