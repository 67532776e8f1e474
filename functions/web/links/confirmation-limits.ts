import {
  addDays,
  addHours,
  epochOf,
  type Instant,
  instantOf,
  londonDay,
  londonInstant,
} from '../../../shared/kernel/time.ts';
import { mailboxOf } from '../../../shared/kernel/mailbox.ts';
import { addressHash } from '../../platform/hash.ts';
import type { SharedNetwork } from '../../platform/shared-network.ts';
import { keys } from '../../store/table/keys.ts';
import type { Limit } from '../../store/unit-of-work.ts';
import { sharedNetworkIn, widerNetworkOf } from '../http/caller-network.ts';

/** Maximum number of confirmation e-mails per day to one mailbox. */
export const PER_DAY_AND_MAILBOX = 3;
/** Maximum number of confirmation e-mails that one network may cause per hour. */
const PER_HOUR_AND_NETWORK = 20;
/**
 * Maximum number of confirmation e-mails per hour for all IPv6 networks of one /48, which many providers give to one
 * customer. Higher, because others give it to many.
 */
const PER_HOUR_AND_WIDER_NETWORK = 60;

const MS_PER_HOUR = 3_600_000;
const TTL_SECONDS = 2 * 86_400;

/** Why no further confirmation e-mail is sent: the mailbox has had the day's, or the network the hour's. */
export type TooMany = 'too-many-today' | 'too-many-this-hour';

export type ConfirmationLimits = (
  address: string,
  network: string,
  now: Instant,
) => readonly Limit<TooMany>[];

const hourOf = (now: Instant): number => Math.floor(epochOf(now) / MS_PER_HOUR);

/**
 * Returns the changes that count an e-mail. Commit them together with the e-mail, so that the limits are exact even
 * with concurrent requests.
 *
 * @param shared networks with a limit of their own
 */
export const confirmationLimits =
  (shared: readonly SharedNetwork[]): ConfirmationLimits =>
  (address, network, now) => {
    const sweepAt = Math.floor(epochOf(now) / 1_000) + TTL_SECONDS;
    const ofNetwork = (name: string) => `confirmations#${hourOf(now)}#network#${name}`;
    const wider = widerNetworkOf(network);
    const listed = sharedNetworkIn(network, shared);
    const counters: readonly (readonly [string, number, TooMany])[] = [
      [`mailbox#${londonDay(now)}#${addressHash(mailboxOf(address))}`, PER_DAY_AND_MAILBOX, 'too-many-today'],
      [ofNetwork(network), listed?.confirmationsAnHour ?? PER_HOUR_AND_NETWORK, 'too-many-this-hour'],
      ...(wider === undefined
        ? []
        : [[ofNetwork(wider), PER_HOUR_AND_WIDER_NETWORK, 'too-many-this-hour'] as const]),
    ];
    return counters.map(([name, atMost, refusal]) => ({
      change: { do: 'count', key: keys.counter(name), by: 1, atMost, sweepAt },
      refusal,
    }));
  };

/** The time from which a limit lets the next e-mail pass: the next full hour, or midnight in London. */
export const worksAgainAt = (refusal: TooMany, now: Instant): Instant =>
  refusal === 'too-many-today'
    ? londonInstant(addDays(londonDay(now), 1), '00:00')
    : addHours(instantOf(hourOf(now) * MS_PER_HOUR), 1);
