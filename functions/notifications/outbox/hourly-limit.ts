import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import { keys } from '../../store/table/keys.ts';
import type { Change } from '../../store/table/table.ts';

/** Counts one more e-mail in the current hour. The commit fails if there would be more than `atMost` e-mails. */
export const countInHour = (now: Instant, atMost: number): Change => ({
  do: 'count',
  key: keys.counter(`emails#${now.slice(0, 13)}`),
  by: 1,
  atMost,
  sweepAt: Math.floor(epochOf(now) / 1000) + 2 * 86_400,
});
