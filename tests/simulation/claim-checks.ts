import { addressHash, registrationHash } from '../../functions/platform/hash.ts';
import { keys } from '../../functions/store/table/keys.ts';
import type { Row } from '../../functions/store/table/table.ts';
import type { Ledger } from './ledger.ts';

/** States in which somebody holds their address, and their number unless they only claim it. */
const holding: readonly string[] = [
  'awaiting-check',
  'awaiting-proof',
  'listed',
  'paused',
  'stale',
  // A suspended or hidden DPP keeps their number: nobody else may register with it.
  'suspended',
  'unlisted',
];

/**
 * Checks that exactly the address and the number of each listing are taken: nobody else may register with them, and those
 * of somebody who left, or that were corrected, are free.
 */
export const claimsAgree = (
  history: Pick<Ledger, 'practitioners'>,
  rows: readonly Row[],
  tell: (what: string) => void,
): void => {
  const wanted = new Map<string, string>();
  for (const one of history.practitioners.values()) {
    if (!holding.includes(one.state)) continue;
    wanted.set(keys.unique('email', addressHash(one.email)).pk, one.id);
    if (one.claimsNumberOf === undefined)
      wanted.set(
        keys.unique('registration', registrationHash(one.regulator, one.registrationNumber)).pk,
        one.id,
      );
  }
  const taken = new Map(
    rows.filter(({ kind }) => kind === 'unique').map((row) => [row.pk, String(row['practitionerId'])]),
  );
  const whatOf = (pk: string): string => (pk.includes('#email#') ? 'address' : 'number');
  for (const [pk, id] of taken) {
    if (wanted.get(pk) === id) continue;
    const state = history.practitioners.get(id)?.state ?? 'unknown';
    tell(
      holding.includes(state)
        ? `${id} holds ${whatOf(pk) === 'number' ? 'a number' : 'an address'} that is not theirs`
        : `the ${whatOf(pk)} of ${id} is taken though they are ${state}`,
    );
  }
  for (const [pk, id] of wanted) if (!taken.has(pk)) tell(`the ${whatOf(pk)} of ${id} is free for anybody`);
};
