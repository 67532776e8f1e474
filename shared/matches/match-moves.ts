import { next } from '../kernel/state-machine.ts';
import { type EndReason, type Match, matchMachine } from './match.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { requestMachine, type SupervisionRequest } from '../requests/request.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { vacateFilledSeat } from '../requests/seat-moves.ts';
import type { Instant } from '../kernel/time.ts';

export interface MatchNouns {
  readonly request: SupervisionRequest;
  readonly practitioner: Practitioner;
  readonly match: Match;
}

export type MatchRefusal = 'match-already-ended';

export const hasEnded = ({ state }: Match): boolean => next(matchMachine, state, 'complete') === undefined;

/** A practitioner whose place the match no longer uses. */
export const freePlace = (practitioner: Practitioner, matchId: string): Practitioner => ({
  ...practitioner,
  commitments: practitioner.commitments.filter((commitment) => commitment.matchId !== matchId),
});

/**
 * The period of learning is over: the place is free, and the request is completed when no other seat's match goes on.
 * @param others the request's other matches
 */
export const completeMatch = (
  { request, practitioner, match }: MatchNouns,
  others: readonly Match[],
  now: Instant,
): Result<MatchNouns, MatchRefusal> => {
  const state = next(matchMachine, match.state, 'complete');
  if (state === undefined) return refused('match-already-ended');
  const last = others.filter(({ id }) => id !== match.id).every(hasEnded);
  const after = last ? next(requestMachine, request.state, 'complete') : undefined;
  return accepted({
    request: after === undefined ? request : { ...request, state: after, updatedAt: now },
    practitioner: freePlace(practitioner, match.id),
    match: { ...match, state, endedAt: now },
  });
};

/**
 * A match ends before its time: the place is free, the seat vacant, and the request open again at the front; this
 * practitioner is not asked again for it. A request that is closed stays closed.
 */
export const endMatchEarly = (
  { request, practitioner, match }: MatchNouns,
  reason: EndReason,
  now: Instant,
): Result<MatchNouns & { readonly reopened: boolean }, MatchRefusal> => {
  const state = next(matchMachine, match.state, 'end-early');
  if (state === undefined) return refused('match-already-ended');
  const tried = [{ practitionerId: practitioner.id, outcome: 'left' as const, at: now }];
  const vacated = vacateFilledSeat(request, match.seatId, match.id, now, tried);
  return accepted({
    request: vacated.ok ? vacated.value : request,
    practitioner: freePlace(practitioner, match.id),
    match: { ...match, state, endedAt: now, endReason: reason },
    reopened: vacated.ok,
  });
};
