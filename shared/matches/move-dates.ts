import { placesFree } from '../capacity/capacity.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import type { Instant, Period } from '../kernel/time.ts';
import { type CurrentMatch, type Match, isCurrent } from './match.ts';

/** A match in which the DPP is asked whether other dates are possible. */
export type MovingMatch = CurrentMatch & { readonly move: NonNullable<CurrentMatch['move']> };

/** Whether the DPP of a match has yet to say whether other dates are possible. */
export const isMoving = (match: Match): match is MovingMatch => isCurrent(match) && match.move !== undefined;

/** Removes the question whether other dates are possible. */
const withoutMove = <Moving extends CurrentMatch>({ move, ...match }: Moving): Omit<Moving, 'move'> => match;

/**
 * Asks the DPP of a match whether other dates are possible. A match that has started keeps its first day. If the learner
 * goes back to the dates of the match, there is nothing to ask.
 */
export const withMoveAsked = (match: CurrentMatch, { from, to }: Period, now: Instant): CurrentMatch => {
  const wanted = { from: match.state === 'started' ? match.from : from, to };
  const settled = withoutMove(match);
  return wanted.from === match.from && wanted.to === match.to
    ? settled
    : { ...settled, move: { ...wanted, askedAt: now } };
};

/**
 * Moves a match to the dates that its DPP was asked about, with the place that it takes.
 * @returns a refusal if another learner has the place on one of the new days
 */
export const movedMatch = (
  match: MovingMatch,
  practitioner: Practitioner,
): Result<{ readonly match: CurrentMatch; readonly practitioner: Practitioner }, 'place-taken'> => {
  const { from, to } = match.move;
  if (placesFree(practitioner, { from, to }, { requestId: match.requestId }) < 1)
    return refused('place-taken');
  return accepted({
    match: { ...withoutMove(match), from, to },
    practitioner: {
      ...practitioner,
      commitments: practitioner.commitments.map((commitment) =>
        commitment.matchId === match.id ? { ...commitment, from, to } : commitment,
      ),
    },
  });
};
