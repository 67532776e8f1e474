import { placesFree } from '../capacity/capacity.ts';
import { type CurrentMatch, type Feedback, isOver, type Match, type OverMatch } from './match.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { addDays, type Day, type Instant } from '../kernel/time.ts';

/** The side that gives feedback. */
export type Side = 'practitioner' | 'requester';

/** The feedback of one side; undefined when it has given none. */
export const feedbackOf = (match: Match, side: Side): Feedback | undefined => {
  if (!isOver(match)) return undefined;
  return side === 'practitioner' ? match.practitionerFeedback : match.learnerFeedback;
};

/** Adds the feedback of one side to a match. The first feedback of a side is final. */
export const matchWithFeedback = (
  match: OverMatch,
  side: Side,
  said: Omit<Feedback, 'at'>,
  now: Instant,
): OverMatch => {
  if (feedbackOf(match, side) !== undefined) return match;
  const feedback = { ...said, at: now };
  return side === 'practitioner'
    ? { ...match, practitionerFeedback: feedback }
    : { ...match, learnerFeedback: feedback };
};

/** Removes the record that both sides were asked about the end of the match, and that one says that it is finished. */
const notAsked = ({ finishedSaid, ...match }: CurrentMatch): CurrentMatch => {
  if (match.state === 'agreed') return match;
  const { endingAskedAt, ...rest } = match;
  return rest;
};

/**
 * Extends a match. The place stays in use until the new last day. Near that day, both sides are asked again
 * whether the match ends as planned.
 * @returns a refusal when the new last day is not later, or when another learner has the place on an added
 *   day
 */
export const extendMatch = (
  { match, practitioner }: { readonly match: CurrentMatch; readonly practitioner: Practitioner },
  to: Day,
): Result<
  { readonly match: CurrentMatch; readonly practitioner: Practitioner },
  'not-later' | 'place-taken'
> => {
  if (to <= match.to) return refused('not-later');
  const added = { from: addDays(match.to, 1), to };
  if (placesFree(practitioner, added, { requestId: match.requestId }) < 1) return refused('place-taken');
  return accepted({
    match: { ...notAsked(match), to },
    practitioner: {
      ...practitioner,
      commitments: practitioner.commitments.map((commitment) =>
        commitment.matchId === match.id ? { ...commitment, to } : commitment,
      ),
    },
  });
};
