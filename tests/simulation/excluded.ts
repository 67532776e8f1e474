import type { Day } from '../../shared/kernel/time.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';

const DAY_MS = 86_400_000;
/** Days for which somebody whose register check is overdue is still asked. */
const OVERDUE_DAYS = 30;

/** States in which nobody is asked, in the words of the violation. */
const words: Readonly<Record<Practitioner['state'], string | undefined>> = {
  listed: undefined,
  unconfirmed: 'not confirmed',
  'awaiting-check': 'not checked',
  'awaiting-proof': 'waiting for a proof',
  paused: 'paused',
  stale: 'not confirmed for too long',
  unlisted: 'hidden by the team',
  suspended: 'suspended',
  refused: 'refused',
  merged: 'merged with another listing',
  withdrawn: 'withdrawn',
};

type Read = Pick<Practitioner, 'state' | 'unreachableSince' | 'recheck' | 'check'>;

/**
 * Says why the table of states excludes a practitioner from new offers on a day; undefined if it does not. Repeats the
 * table instead of asking the product, so that a fault in the product's own table is not repeated.
 */
export const excludedBy = (
  { state, unreachableSince, recheck, check }: Read,
  today: Day,
): string | undefined => {
  if (words[state] !== undefined) return words[state];
  if (unreachableSince !== undefined) return 'unreachable';
  if (recheck !== undefined) return 'being checked';
  const overdue = check === undefined ? 0 : (Date.parse(today) - Date.parse(check.dueOn)) / DAY_MS;
  return overdue > OVERDUE_DAYS ? 'overdue for a check' : undefined;
};
