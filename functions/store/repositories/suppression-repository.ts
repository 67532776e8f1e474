import type { Instant } from '../../../shared/kernel/time.ts';
import { addressHash } from '../../platform/hash.ts';
import { keys } from '../table/keys.ts';
import { suppressionRows } from '../table/rows/suppression-rows.ts';
import type { Change, Table } from '../table/table.ts';

/** The messages that are held back from an address: all of them, or only nudges and digests. */
export type Held = 'everything' | 'nudges';

export interface SuppressionRepository {
  held(address: string): Promise<Held | undefined>;
  /**
   * Returns the change that stops all messages to an address that bounced or complained. Idempotent.
   * @param fingerprint the hash of the address (`addressHash`), because delivery events do not contain the address
   *   itself
   */
  suppress(fingerprint: string, reason: 'bounced' | 'complained', at: Instant): Change;
  /** Returns the change that stops nudges and digests to an address. Idempotent. */
  unsubscribe(address: string, at: Instant): Change;
  /** Returns the change that allows messages to an address that bounced or complained. An unsubscription stays. */
  lift(address: string): Change;
}

const keysOf = (address: string) => {
  const hash = addressHash(address);
  return { suppressed: keys.suppression(hash), unsubscribed: keys.unsubscribed(hash) };
};

/**
 * Stores, as hashes, the addresses to which e-mails must not be sent. Each reason has its own row, so that one
 * reason never overwrites another.
 */
export const suppressionRepository = (table: Pick<Table, 'get'>): SuppressionRepository => ({
  held: async (address) => {
    const { suppressed, unsubscribed } = keysOf(address);
    const rows = await table.get([suppressed, unsubscribed]);
    if (rows.some(({ pk }) => pk === suppressed.pk)) return 'everything';
    return rows.length > 0 ? 'nudges' : undefined;
  },
  suppress: (fingerprint, reason, at) =>
    suppressionRows.put(keys.suppression(fingerprint), { reason, at }, { is: 'anything' }),
  unsubscribe: (address, at) =>
    suppressionRows.put(keysOf(address).unsubscribed, { reason: 'unsubscribed', at }, { is: 'anything' }),
  lift: (address) => ({ do: 'remove', key: keysOf(address).suppressed, when: { is: 'anything' } }),
});
