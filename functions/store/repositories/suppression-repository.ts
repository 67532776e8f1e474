import type { Instant } from '../../../shared/kernel/time.ts';
import { addressHash } from '../../platform/hash.ts';
import { keys } from '../table/keys.ts';
import type { Change, Table } from '../table/table.ts';

/** What an address must not get: nothing at all, or no nudges and digests. */
export type Held = 'everything' | 'nudges';

export interface SuppressionRepository {
  held(address: string): Promise<Held | undefined>;
  /**
   * The change after which nothing is written to an address that does not work or complained. Twice is once.
   * @param fingerprint the address's hash (`addressHash`): whoever tells us does not tell us the address
   */
  suppress(fingerprint: string, reason: 'bounced' | 'complained', at: Instant): Change;
  /** The change after which an address gets no nudges and digests any more. Twice is once. */
  unsubscribe(address: string, at: Instant): Change;
  /** The changes after which the address gets everything again. */
  lift(address: string): readonly Change[];
}

const keysOf = (address: string) => {
  const hash = addressHash(address);
  return { suppressed: keys.suppression(hash), unsubscribed: keys.unsubscribed(hash) };
};

/** Addresses that we must not write to, kept as hashes. Each reason has a row of its own: none takes back another. */
export const suppressionRepository = (table: Pick<Table, 'get'>): SuppressionRepository => ({
  held: async (address) => {
    const { suppressed, unsubscribed } = keysOf(address);
    const rows = await table.get([suppressed, unsubscribed]);
    if (rows.some(({ pk }) => pk === suppressed.pk)) return 'everything';
    return rows.length > 0 ? 'nudges' : undefined;
  },
  suppress: (fingerprint, reason, at) => ({
    do: 'put',
    when: { is: 'anything' },
    row: { ...keys.suppression(fingerprint), kind: 'suppression', reason, at },
  }),
  unsubscribe: (address, at) => ({
    do: 'put',
    when: { is: 'anything' },
    row: { ...keysOf(address).unsubscribed, kind: 'suppression', reason: 'unsubscribed', at },
  }),
  lift: (address) =>
    Object.values(keysOf(address)).map((key) => ({ do: 'remove', key, when: { is: 'anything' } })),
});
