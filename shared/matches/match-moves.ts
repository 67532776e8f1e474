import {
  type CurrentMatch,
  type EndReason,
  isCurrent,
  type Match,
  type MatchIn,
  matchMachine,
  type MatchState,
} from './match.ts';
import type { Ending } from './ending.ts';
import { endCauseOf } from './end-causes.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { isRequestIn, requestMachine, type SupervisionRequest } from '../requests/request.ts';
import { withHoursDone, withSeatVacated } from '../requests/seat-moves.ts';
import type { Instant } from '../kernel/time.ts';

/** A match in one of the given states, with its request and its practitioner. */
export interface MatchNouns<State extends MatchState = MatchState> {
  readonly request: SupervisionRequest;
  readonly practitioner: Practitioner;
  readonly match: MatchIn<State>;
}

/** Removes from a practitioner the place in use for this match. */
export const withoutCommitment = (practitioner: Practitioner, matchId: string): Practitioner => ({
  ...practitioner,
  commitments: practitioner.commitments.filter((commitment) => commitment.matchId !== matchId),
});

/** Starts a match on its first day. */
export const startedMatch = (match: MatchIn<'agreed'>): MatchIn<'started'> => ({
  ...match,
  state: matchMachine.agreed.start,
});

/**
 * Ends a match early. Changes only the match; the caller has to change its request and practitioner.
 * @param why the reason, or what a side said about the end
 */
export const endedEarly = (
  match: CurrentMatch,
  why: EndReason | Ending,
  now: Instant,
): MatchIn<'ended-early'> => ({
  ...match,
  state: matchMachine[match.state]['end-early'],
  endedAt: now,
  ...(typeof why === 'string'
    ? { endReason: why }
    : { endReason: endCauseOf(why.cause).reason, ending: why }),
});

const isMatched = isRequestIn('matched');

/**
 * Completes a match and frees its place. Also completes the request, unless another of its matches is still
 * current.
 * @param others the other matches of the request
 */
export const completeMatch = (
  { request, practitioner, match }: MatchNouns<'agreed' | 'started'>,
  others: readonly Match[],
  now: Instant,
): MatchNouns<'completed'> => {
  const last = !others.some((other) => other.id !== match.id && isCurrent(other));
  const completes = last && isMatched(request);
  return {
    request: completes ? { ...request, state: requestMachine.matched.complete, updatedAt: now } : request,
    practitioner: withoutCommitment(practitioner, match.id),
    match: { ...match, state: matchMachine[match.state].complete, endedAt: now },
  };
};

/**
 * Ends a match early: frees its place, makes its seat vacant, and reopens the request at the front of the
 * queue, for the hours that are left if a side said how many were done. This practitioner is not asked again. A closed
 * request stays closed, and its seat stays filled.
 */
export const endMatchEarly = (
  { request, practitioner, match }: MatchNouns<'agreed' | 'started'>,
  why: EndReason | Ending,
  now: Instant,
): MatchNouns<'ended-early'> & { readonly reopened: boolean } => {
  const tried = [{ practitionerId: practitioner.id, outcome: 'left' as const, at: now }];
  const vacated = withSeatVacated(request, match.seatId, match.id, now, tried);
  const reopened =
    vacated === undefined || typeof why === 'string'
      ? vacated
      : withHoursDone(vacated, match.seatId, why.hoursDone);
  return {
    request: reopened ?? request,
    practitioner: withoutCommitment(practitioner, match.id),
    match: endedEarly(match, why, now),
    reopened: vacated !== undefined,
  };
};
