import { next } from '../kernel/state-machine.ts';
import {
  type CurrentMatch,
  type EndReason,
  isCurrent,
  type Match,
  type MatchIn,
  matchMachine,
  type MatchState,
} from './match.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { requestMachine, type SupervisionRequest } from '../requests/request.ts';
import { withSeatVacated } from '../requests/seat-moves.ts';
import type { Instant } from '../kernel/time.ts';

/** The three nouns that a match ties together, the match in one of the given states. */
export interface MatchNouns<State extends MatchState = MatchState> {
  readonly request: SupervisionRequest;
  readonly practitioner: Practitioner;
  readonly match: MatchIn<State>;
}

/** The practitioner without the place that this match uses. */
export const withoutCommitment = (practitioner: Practitioner, matchId: string): Practitioner => ({
  ...practitioner,
  commitments: practitioner.commitments.filter((commitment) => commitment.matchId !== matchId),
});

/** Starts a match on its first day. */
export const startedMatch = (match: MatchIn<'agreed'>): MatchIn<'started'> => ({
  ...match,
  state: matchMachine.agreed.start,
});

/** Ends a match early without its request and practitioner, which the caller has to change with it. */
export const endedEarly = (match: CurrentMatch, reason: EndReason, now: Instant): MatchIn<'ended-early'> => ({
  ...match,
  state: matchMachine[match.state]['end-early'],
  endedAt: now,
  endReason: reason,
});

/**
 * Completes a match: its place is free, and the request is completed with its last current match.
 * @param others the other matches of the request
 */
export const completeMatch = (
  { request, practitioner, match }: MatchNouns<'agreed' | 'started'>,
  others: readonly Match[],
  now: Instant,
): MatchNouns<'completed'> => {
  const last = !others.some((other) => other.id !== match.id && isCurrent(other));
  const after = last ? next(requestMachine, request.state, 'complete') : undefined;
  return {
    request: after === undefined ? request : { ...request, state: after, updatedAt: now },
    practitioner: withoutCommitment(practitioner, match.id),
    match: { ...match, state: matchMachine[match.state].complete, endedAt: now },
  };
};

/**
 * Ends a match early: its place is free and its seat vacant, and the request is open again at the front of the queue,
 * where this practitioner is not asked again. A closed request stays closed, and its seat filled.
 */
export const endMatchEarly = (
  { request, practitioner, match }: MatchNouns<'agreed' | 'started'>,
  reason: EndReason,
  now: Instant,
): MatchNouns<'ended-early'> & { readonly reopened: boolean } => {
  const tried = [{ practitionerId: practitioner.id, outcome: 'left' as const, at: now }];
  const vacated = withSeatVacated(request, match.seatId, match.id, now, tried);
  return {
    request: vacated ?? request,
    practitioner: withoutCommitment(practitioner, match.id),
    match: endedEarly(match, reason, now),
    reopened: vacated !== undefined,
  };
};
