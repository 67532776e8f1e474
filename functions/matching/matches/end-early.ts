import { endCauseOf } from '../../../shared/matches/end-causes.ts';
import type { Ending } from '../../../shared/matches/ending.ts';
import { isCurrent, type Match } from '../../../shared/matches/match.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { matchRepository } from '../../store/repositories/match-repository.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { endMatch, type EndMatchRefusal } from './end-match.ts';
import { withdrawRequest } from './withdraw-request.ts';

/**
 * Ends one match early for one side. Its seat is vacant again, at the front of the queue and for the hours that are left;
 * or its request ends too, if the reason says that the learner needs no other DPP for now. Idempotent.
 */
export const endEarly = (deps: WriteDeps) => {
  const end = endMatch(deps);
  const withdraw = withdrawRequest(deps);
  return async (
    match: Match,
    ending: Ending,
    now: string,
  ): Promise<Result<Match, EndMatchRefusal | 'busy'>> => {
    const { reason, closes } = endCauseOf(ending.cause);
    if (closes && isCurrent(match)) {
      const withdrawn = await withdraw(match.requestId, reason, now, {
        ended: { matchId: match.id, ending },
      });
      if (!withdrawn.ok && withdrawn.refusal === 'busy') return refused('busy');
      const after = await matchRepository(deps.table).find(match.id);
      if (after !== undefined && !isCurrent(after)) return accepted(after);
    }
    // Also ends the match of a request that is closed or erased.
    return end(match.id, { outcome: 'ended-early', reason, ending }, ending.by, now);
  };
};
