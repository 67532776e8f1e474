import type { Instant } from '../../../shared/kernel/time.ts';
import { addressHash } from '../../platform/hash.ts';
import { keys } from '../table/keys.ts';
import { suppressionRows } from '../table/rows/suppression-rows.ts';
import type { Change, Table } from '../table/table.ts';

/** What is held back from an address: every message, or only nudges and digests. */
export type Held = 'everything' | 'nudges';

export interface SuppressionRepository {
  held(address: string): Promise<Held | undefined>;
  /**
   * The change that holds every message back from an address that bounced or complained. Idempotent.
   * @param fingerprint the address's hash (`addressHash`): delivery events do not carry the address itself
   */
  suppress(fingerprint: string, reason: 'bounced' | 'complained', at: Instant): Change;
  /** The change that holds nudges and digests back from an address. Idempotent. */
  unsubscribe(address: string, at: Instant): Change;
  /** The changes that hold nothing back from an address any more. */
  lift(address: string): readonly Change[];
}

const keysOf = (address: string) => {
  const hash = addressHash(address);
  return { suppressed: keys.suppression(hash), unsubscribed: keys.unsubscribed(hash) };
};

/** Addresses that must not be written to, stored as hashes. Each reason has its own row, so that none undoes another. */
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
  lift: (address) =>
    Object.values(keysOf(address)).map((key) => ({ do: 'remove', key, when: { is: 'anything' } })),
});
