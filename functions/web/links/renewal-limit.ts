import { epochOf, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { tokenHash } from '../../platform/tokens.ts';
import { keys } from '../../store/table/keys.ts';
import type { Limit } from '../../store/unit-of-work.ts';

/** Maximum number of times a day that one link is renewed. */
const PER_DAY_AND_LINK = 3;
const DAYS_KEPT = 2;

/**
 * Returns the change that counts a renewal of a link. Counts neither by address nor by network: otherwise somebody else
 * could use up the renewals of the link's recipient.
 */
export const renewalLimit = (token: string, now: Instant): Limit<'too-many'> => ({
  change: {
    do: 'count',
    key: keys.counter(`renewals#${londonDay(now)}#${tokenHash(token)}`),
    by: 1,
    atMost: PER_DAY_AND_LINK,
    sweepAt: Math.floor(epochOf(now) / 1_000) + DAYS_KEPT * 86_400,
  },
  refusal: 'too-many',
});
