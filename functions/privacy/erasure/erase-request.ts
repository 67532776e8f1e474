import { ERASED } from '../../../shared/kernel/erased.ts';
import { erasedRequest } from '../../../shared/privacy/erase-request.ts';
import { isCurrent, isOver, type Match } from '../../../shared/matches/match.ts';
import type { ErasedRequest, StoredRequest, SupervisionRequest } from '../../../shared/requests/request.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import { changedValuesRepository } from '../../store/repositories/changed-values-repository.ts';
import { erasureRow } from '../../store/repositories/erasure-log.ts';
import { mentionRepository } from '../../store/repositories/mention-repository.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { unfiled } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { mentionGuard } from './mention-guard.ts';
import { clean, forgetReasons, forgetMentions } from './forget-mentions.ts';
import { openRequests } from '../../store/open-requests.ts';
import { bySelf, type ErasedBy, wordsOfErasure } from './erased-by.ts';
import { ownRecords } from './own-records.ts';
import { type CloseRefusal, takeBackRequest } from '../../matching/matches/take-back-request.ts';

interface Deps {
  readonly table: Table;
  readonly requests: RequestRepository;
  readonly matches: MatchRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

type Erased = Promise<Result<ErasedRequest, CloseRefusal>>;

const HOME = { id: ERASED, name: ERASED };

const withoutLearner = (match: Match): Match | undefined => {
  const said = isOver(match) ? match.learnerFeedback : undefined;
  if (match.home.id === ERASED && said?.comment === undefined) return undefined;
  const erased = { ...match, home: HOME };
  if (said === undefined || !isOver(erased)) return erased;
  const { comment, ...learnerFeedback } = said;
  return { ...erased, learnerFeedback };
};

const goesOn: readonly SupervisionRequest['state'][] = ['open', 'matched'];

/**
 * Erases a request. First ends its pending offers and current matches. Also removes the learner's employer and
 * comments from its matches. Idempotent. The second argument is left out if the requester erases it.
 */
export const eraseRequest =
  (deps: Deps) =>
  async (id: string, by: ErasedBy = bySelf('requester')): Erased => {
    const { table, requests, matches, clock, chance } = deps;
    const before = await requests.find(id);
    if (before === undefined) return refused('gone');
    if (isErased(before)) return accepted(before);
    const asker = { id, name: before.requesterName, email: before.email };
    const { matches: own } = await ownRecords(mentionGuard(table, asker), 'request', id);
    if (goesOn.includes(before.state) || own.some(isCurrent)) {
      const taken = await takeBackRequest(deps)(id);
      if (!taken.ok) return taken;
    }
    for (const match of own) await clean(table, match.id, { ...matches, without: withoutLearner });
    await forgetMentions(table, clock.now())(asker);
    if (before.learnerName !== undefined)
      await forgetMentions(table, clock.now())({ ...asker, name: before.learnerName });
    await forgetReasons(table, `request#${id}`);
    await changedValuesRepository(table).forget(`request#${id}`);
    const counted = await decideAndCommit<readonly Change[], undefined, never>({
      table,
      read: () => openRequests(table, requests).forget(before),
      decide: (changes) => accepted({ value: undefined, changes }),
    });
    if (!counted.ok) return counted;
    const now = clock.now();
    return decideAndCommit<StoredRequest | undefined, ErasedRequest, CloseRefusal>({
      table,
      read: () => requests.find(id),
      decide: (request) => {
        if (request === undefined) return refused('gone');
        if (isErased(request)) return accepted({ value: request, changes: [] });
        const audited = chance.id();
        const erased = erasedRequest(request, now);
        return accepted({
          value: erased,
          changes: [
            requests.save(erased, [request.state]),
            ...unfiled(requests.save(request)),
            auditRow(`request#${id}`, now, audited, by.actor, 'request-erased'),
            ...wordsOfErasure(`request#${id}`, now, audited, by),
            erasureRow('request', id, now),
            mentionRepository(table).settle({ noun: 'request', id }),
          ],
        });
      },
    });
  };
