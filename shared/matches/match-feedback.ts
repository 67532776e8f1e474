import { placesFree } from '../capacity/capacity.ts';
import { type Match, matchSchema } from './match.ts';
import { hasEnded } from './match-moves.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { addDays, type Day, type Instant } from '../kernel/time.ts';

/** Who looks back. */
export type Side = 'practitioner' | 'requester';

export type Feedback = NonNullable<Match['learnerFeedback']>;

export const feedbackOf = (match: Match, side: Side): Feedback | undefined =>
  side === 'practitioner' ? match.practitionerFeedback : match.learnerFeedback;

/** What one side says about a match that is over; said once. */
export const giveFeedback = (
  match: Match,
  side: Side,
  said: Omit<Feedback, 'at'>,
  now: Instant,
): Result<Match, 'match-goes-on' | 'match-undone'> => {
  if (match.state === 'undone') return refused('match-undone');
  if (!hasEnded(match)) return refused('match-goes-on');
  if (feedbackOf(match, side) !== undefined) return accepted(match);
  const feedback = { ...said, at: now };
  return accepted(
    side === 'practitioner'
      ? { ...match, practitionerFeedback: feedback }
      : { ...match, learnerFeedback: feedback },
  );
};

const notAsked = matchSchema.omit({ endingAskedAt: true }).strip();

/**
 * The learner needs longer: the place stays taken until the new last day, and both are asked again near it. Refused when
 * no place is left on one of the days that are added: somebody else was promised it.
 */
export const extendMatch = (
  { match, practitioner }: { readonly match: Match; readonly practitioner: Practitioner },
  to: Day,
): Result<
  { readonly match: Match; readonly practitioner: Practitioner },
  'match-already-ended' | 'not-later' | 'place-taken'
> => {
  if (hasEnded(match)) return refused('match-already-ended');
  if (to <= match.to) return refused('not-later');
  const added = { from: addDays(match.to, 1), to };
  if (placesFree(practitioner, added, { requestId: match.requestId }) < 1) return refused('place-taken');
  return accepted({
    match: { ...notAsked.parse(match), to },
    practitioner: {
      ...practitioner,
      commitments: practitioner.commitments.map((commitment) =>
        commitment.matchId === match.id ? { ...commitment, to } : commitment,
      ),
    },
  });
};
