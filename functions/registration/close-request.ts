import { eraseRequest as eraseNoun } from '../../shared/domain/erase-request.ts';
import type { Match } from '../../shared/domain/match.ts';
import type { SupervisionRequest } from '../../shared/domain/request.ts';
import { accepted, refused, type Result } from '../../shared/domain/result.ts';
import { withdrawRequest } from '../matching/withdraw-request.ts';
import type { Chance } from '../platform/chance.ts';
import type { Clock } from '../platform/clock.ts';
import { auditRow } from '../platform/storage/audit.ts';
import type { MatchRepository } from '../platform/storage/match-repository.ts';
import type { RequestRepository } from '../platform/storage/request-repository.ts';
import type { Table } from '../platform/storage/table.ts';
import { decideAndCommit } from '../platform/unit-of-work.ts';
import { matchesOf } from './own-records.ts';

interface Deps {
  readonly table: Table;
  readonly requests: RequestRepository;
  readonly matches: MatchRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

export type CloseRefusal = 'gone' | 'not-allowed' | 'busy';
type Closed = Promise<Result<SupervisionRequest, CloseRefusal>>;

/** The requester takes the request back; twice is once. */
export const takeBack =
  ({ table, clock, chance }: Deps) =>
  async (id: string): Closed => {
    const outcome = await withdrawRequest({ table, chance })(id, 'withdrawn', clock.now());
    if (outcome.ok) return outcome;
    return refused(
      outcome.refusal === 'busy' ? 'busy' : outcome.refusal === 'request-unknown' ? 'gone' : 'not-allowed',
    );
  };

const withoutComment = ({ learnerFeedback: said, ...match }: Match): Match =>
  said === undefined
    ? match
    : { ...match, learnerFeedback: { at: said.at, rating: said.rating, wouldAgain: said.wouldAgain } };

const goesOn: readonly SupervisionRequest['state'][] = ['open', 'matched', 'lapsed'];

/**
 * Nothing that says who asked or who the learner is stays: offers and matches that go on end first, and what was
 * written about a match goes. Twice is once.
 */
export const eraseOwnRequest =
  (deps: Deps) =>
  async (id: string): Closed => {
    const { table, requests, matches, clock, chance } = deps;
    const before = await requests.find(id);
    if (before === undefined) return refused('gone');
    if (goesOn.includes(before.state)) {
      const taken = await takeBack(deps)(id);
      if (!taken.ok) return taken;
    }
    for (const match of await matchesOf(matches, ({ requestId }) => requestId === id)) {
      const home = { id: 'erased', name: 'erased' };
      if (match.home.id !== home.id) await table.commit([matches.save({ ...withoutComment(match), home })]);
    }
    const now = clock.now();
    return decideAndCommit<SupervisionRequest | undefined, SupervisionRequest, CloseRefusal>({
      table,
      read: () => requests.find(id),
      decide: (request) => {
        if (request === undefined) return refused('gone');
        if (request.state === 'erased') return accepted({ value: request, changes: [] });
        const erased = eraseNoun(request, now);
        if (!erased.ok) return refused('not-allowed');
        return accepted({
          value: erased.value,
          changes: [
            requests.save(erased.value, [request.state]),
            auditRow(`request#${id}`, now, chance.id(), 'requester', 'request-erased'),
          ],
        });
      },
    });
  };
