import { isErased } from '../../shared/kernel/is-erased.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { StoredPractitioner } from '../../shared/people/practitioner.ts';
import { isSameAddress } from '../../shared/people/is-confirmed-for.ts';
import { losePractitioner } from '../matching/matches/lose-practitioner.ts';
import type { Chance } from '../platform/chance.ts';
import { addressHash } from '../platform/hash.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { suppressionRepository } from '../store/repositories/suppression-repository.ts';

/**
 * Marks a DPP as unreachable in their own system when an e-mail about an offer across the border did not arrive: only the
 * copy of the listing was marked. Does nothing once their team has found that the address works again, or if they have
 * another address meanwhile. Idempotent.
 */
export const loseAtHome = async (
  { table, chance }: Pick<FunctionSystem, 'table'> & { readonly chance: Pick<Chance, 'id'> },
  guest: StoredPractitioner | undefined,
  practitioner: StoredPractitioner | undefined,
  now: Instant,
): Promise<void> => {
  if (guest === undefined || isErased(guest) || guest.unreachableSince === undefined) return;
  if (practitioner === undefined || isErased(practitioner) || practitioner.unreachableSince !== undefined)
    return;
  const { id, email } = practitioner;
  if (!isSameAddress(email, guest.email) || (await suppressionRepository(table).held(email)) !== 'everything')
    return;
  await losePractitioner({ table, chance })(id, [addressHash(email)], 'suppressed', now);
};
