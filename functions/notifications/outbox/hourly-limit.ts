import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import { keys } from '../../store/table/keys.ts';
import type { Change } from '../../store/table/table.ts';

/** One more e-mail in the hour of `now`: refused when that would be more than `atMost`. */
export const oneMoreThisHour = (now: Instant, atMost: number): Change => ({
  do: 'count',
  key: keys.counter(`emails#${now.slice(0, 13)}`),
  by: 1,
  atMost,
  sweepAt: Math.floor(epochOf(now) / 1000) + 2 * 86_400,
});
