import { ERASED } from '../../shared/domain/erase-practitioner.ts';
import { eraseRequest as eraseNoun } from '../../shared/domain/erase-request.ts';
import { hasEnded } from '../../shared/domain/match-moves.ts';
import type { Match } from '../../shared/domain/match.ts';
import type { SupervisionRequest } from '../../shared/domain/request.ts';
import { accepted, refused, type Result } from '../../shared/domain/result.ts';
import { withdrawRequest } from '../matching/withdraw-request.ts';
import type { Chance } from '../platform/chance.ts';
import type { Clock } from '../platform/clock.ts';
import { auditRow } from '../platform/storage/audit.ts';
import { erasureRow } from '../platform/storage/erasure-log.ts';
import { type MatchRepository, matchRepository } from '../platform/storage/match-repository.ts';
import type { RequestRepository } from '../platform/storage/request-repository.ts';
import type { Change, Table } from '../platform/storage/table.ts';
import { decideAndCommit } from '../platform/unit-of-work.ts';
import { everyMention } from './every-mention.ts';
import { clean, forgetFacts, forgetMentions } from './forget-mentions.ts';
import { openRequests } from './open-requests.ts';
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

const HOME = { id: ERASED, name: ERASED };

const withoutLearner = ({ learnerFeedback: said, ...match }: Match): Match | undefined => {
  if (match.home.id === ERASED && said?.comment === undefined) return undefined;
  const erased = { ...match, home: HOME };
  if (said === undefined) return erased;
  return { ...erased, learnerFeedback: { at: said.at, rating: said.rating, wouldAgain: said.wouldAgain } };
};

const goesOn: readonly SupervisionRequest['state'][] = ['open', 'matched'];

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
    if (before.state === 'erased') return accepted(before);
    const asker = { id, name: before.requesterName, email: before.email };
    const own = await matchesOf(
      matchRepository(everyMention(table, asker)),
      ({ requestId }) => requestId === id,
    );
    if (goesOn.includes(before.state) || own.some((match) => !hasEnded(match))) {
      const taken = await takeBack(deps)(id);
      if (!taken.ok) return taken;
    }
    for (const match of own) await clean(table, match.id, { ...matches, without: withoutLearner });
    await forgetMentions(table)(asker);
    if (before.learnerName !== undefined) await forgetMentions(table)({ ...asker, name: before.learnerName });
    await forgetFacts(table, `request#${id}`);
    const counted = await decideAndCommit<readonly Change[], undefined, never>({
      table,
      read: () => openRequests(table, requests).forget(before),
      decide: (changes) => accepted({ value: undefined, changes }),
    });
    if (!counted.ok) return counted;
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
            erasureRow('request', id, now),
          ],
        });
      },
    });
  };
