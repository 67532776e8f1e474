import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import { isMatchIn, type Match } from '../../../shared/matches/match.ts';
import {
  type LearnerNamed,
  mayNameLearner,
  withLearnerNamed,
} from '../../../shared/requests/learner-naming.ts';
import { isSeatIn, type StoredRequest, type SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { aboutMatch, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import type { NoPlace, OpenRequests } from '../../store/open-requests.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Table;
  readonly requests: Pick<RequestRepository, 'find'>;
  readonly openRequests: Pick<OpenRequests, 'placeFor'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

/** `asked-before`: the learner has another request. `not-allowed`: somebody is named already, or it is over. */
export type NameLearnerRefusal = 'gone' | 'not-allowed' | 'asked-before' | 'busy';

interface Facts {
  readonly request: StoredRequest | undefined;
  readonly matches: readonly Match[];
  readonly place: Result<readonly Change[], NoPlace>;
}

/** Naming a learner adds no request, so only another request of the same learner stands against it. */
const NO_LIMITS = { ofAddress: Infinity, ofEmployer: Infinity };

const isAgreed = isMatchIn('agreed');
const isStarted = isMatchIn('started');

const isNamedSo = (request: SupervisionRequest, { learnerName, registrationNumber }: LearnerNamed): boolean =>
  request.learnerName === learnerName && request.registrationNumber === registrationNumber;

/**
 * Records who the learner of an employer's request is, and tells each DPP who has agreed. A learner has one request: the
 * number of somebody who has another one is refused. Idempotent.
 */
export const nameLearner =
  ({ table, requests, openRequests, clock, chance }: Deps) =>
  (id: string, learner: LearnerNamed): Promise<Result<SupervisionRequest, NameLearnerRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts, SupervisionRequest, NameLearnerRefusal>({
      table,
      read: async () => {
        const request = await requests.find(id);
        if (request === undefined || isErased(request) || !mayNameLearner(request))
          return { request, matches: [], place: accepted([]) };
        const named = withLearnerNamed(request, learner, now);
        const { matches } = await readNouns(table, {
          matches: request.seats.filter(isSeatIn('filled')).map(({ matchId }) => matchId),
        });
        return {
          request,
          matches: [...matches.values()].filter((match) => isAgreed(match) || isStarted(match)),
          place:
            learner.registrationNumber === undefined
              ? accepted([])
              : await openRequests.placeFor(named, request.state !== 'waiting-for-support', NO_LIMITS),
        };
      },
      decide: ({ request, matches, place }) => {
        if (request === undefined || isErased(request)) return refused('gone');
        if (isNamedSo(request, learner)) return accepted({ value: request, changes: [] });
        if (!mayNameLearner(request)) return refused('not-allowed');
        if (!place.ok) return refused('asked-before');
        const named = withLearnerNamed(request, learner, now);
        return accepted({
          value: named,
          changes: [
            ...nounChanges(table, { requests: [named] }),
            ...place.value,
            ...matches.map((match) =>
              outboxEmail(table, 'practitioner-learner-named', match.id, aboutMatch(match), now),
            ),
            requestAudit({ chance, now, actor: 'requester' }, id, 'learner-named', {
              dpps: matches.length,
            }),
          ],
        });
      },
    });
  };
