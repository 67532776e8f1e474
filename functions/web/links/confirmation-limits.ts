import { epochOf, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { addressHash } from '../../platform/hash.ts';
import { keys } from '../../store/table/keys.ts';
import type { Limit } from '../../store/unit-of-work.ts';

/** Maximum e-mails per day and address that confirm an address or renew a link … */
const PER_DAY_AND_ADDRESS = 3;
/** … and per hour and network. */
const PER_HOUR_AND_NETWORK = 20;

const MS_PER_HOUR = 3_600_000;
const TTL_SECONDS = 2 * 86_400;

export type ConfirmationLimits = (
  address: string,
  network: string,
  now: Instant,
) => readonly Limit<'too-many'>[];

/**
 * Counts in the same commit that queues the e-mail, so that limits are exact even with concurrent requests.
 */
export const confirmationLimits: ConfirmationLimits = (address, network, now) => {
  const sweepAt = Math.floor(epochOf(now) / 1_000) + TTL_SECONDS;
  const hour = Math.floor(epochOf(now) / MS_PER_HOUR);
  const counters = [
    [`confirmations#${londonDay(now)}#address#${addressHash(address)}`, PER_DAY_AND_ADDRESS],
    [`confirmations#${hour}#network#${network}`, PER_HOUR_AND_NETWORK],
  ] as const;
  return counters.map(([name, atMost]) => ({
    change: { do: 'count', key: keys.counter(name), by: 1, atMost, sweepAt },
    refusal: 'too-many',
  }));
};
