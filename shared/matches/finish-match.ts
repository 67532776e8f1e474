import type { CurrentMatch } from './match.ts';
import type { Side } from './match-feedback.ts';
import type { Day, Instant } from '../kernel/time.ts';

/** The other side of a match. */
export const otherSide = (side: Side): Side => (side === 'practitioner' ? 'requester' : 'practitioner');

/** Whether a side has said that the hours are done and signed off before the last day. */
export const hasSaidFinished = ({ finishedSaid }: CurrentMatch, side: Side): boolean =>
  finishedSaid?.[side] !== undefined;

/** Whether a match can be finished on a day: it has begun. */
export const mayFinish = ({ from }: CurrentMatch, today: Day): boolean => from <= today;

/** Records that a side says that the hours are done and signed off. The match goes on until both have said so. */
export const withFinishedSaid = (match: CurrentMatch, side: Side, now: Instant): CurrentMatch =>
  hasSaidFinished(match, side) ? match : { ...match, finishedSaid: { ...match.finishedSaid, [side]: now } };
