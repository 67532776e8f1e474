import { epochOf, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { mailboxOf } from '../../../shared/kernel/mailbox.ts';
import { addressHash } from '../../platform/hash.ts';
import { keys } from '../../store/table/keys.ts';
import type { Limit } from '../../store/unit-of-work.ts';

/** Maximum number of confirmation e-mails per day to one mailbox. */
const PER_DAY_AND_MAILBOX = 3;
/** Maximum number of confirmation e-mails that one network may cause per hour. */
const PER_HOUR_AND_NETWORK = 20;

const MS_PER_HOUR = 3_600_000;
const TTL_SECONDS = 2 * 86_400;

export type ConfirmationLimits = (
  address: string,
  network: string,
  now: Instant,
) => readonly Limit<'too-many'>[];

/**
 * Returns the changes that count an e-mail. Commit them together with the e-mail, so that the limits are exact even
 * with concurrent requests.
 */
export const confirmationLimits: ConfirmationLimits = (address, network, now) => {
  const sweepAt = Math.floor(epochOf(now) / 1_000) + TTL_SECONDS;
  const hour = Math.floor(epochOf(now) / MS_PER_HOUR);
  const counters = [
    [`mailbox#${londonDay(now)}#${addressHash(mailboxOf(address))}`, PER_DAY_AND_MAILBOX],
    [`confirmations#${hour}#network#${network}`, PER_HOUR_AND_NETWORK],
  ] as const;
  return counters.map(([name, atMost]) => ({
    change: { do: 'count', key: keys.counter(name), by: 1, atMost, sweepAt },
    refusal: 'too-many',
  }));
};
