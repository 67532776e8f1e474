import { causedFrom, emailFor } from '../../shared/notifications/email.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { type NamedPerson, namedPeople } from '../../shared/people/named-people.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import { addressHash, networkHash } from '../platform/hash.ts';
import { emailRepository } from './repositories/email-repository.ts';
import type { Change, Table } from './table/table.ts';

/** Finds the person whom a listing names by the hash of an address; undefined if it names nobody of that address. */
export const namedUnder = (practitioner: Practitioner, hash: string | undefined): NamedPerson | undefined =>
  namedPeople(practitioner).find(({ email }) => addressHash(email) === hash);

/** Notes in a listing that everybody whom it names is told, for the commit that has the e-mails. */
export const withNamedTold = (practitioner: Practitioner): Practitioner => {
  const told = practitioner.namedTold ?? [];
  const hashes = namedPeople(practitioner).map(({ email }) => addressHash(email));
  const fresh = hashes.filter((hash) => !told.includes(hash));
  return fresh.length === 0 ? practitioner : { ...practitioner, namedTold: [...told, ...fresh] };
};

/**
 * Makes the e-mails to the people whom a listing names and who were not told before: that their name is held, why, and how
 * to object. Each address is told once by a listing.
 * @param after the listing as it is committed, with `withNamedTold`
 * @param network the network from which they were named, if it is known
 */
export const emailsToNamed = (
  table: Table,
  before: Practitioner,
  after: Practitioner,
  now: Instant,
  network?: string,
): readonly Change[] =>
  (after.namedTold ?? [])
    .filter((hash) => before.namedTold?.includes(hash) !== true)
    .map((hash) => {
      const about = { practitionerId: after.id, occasion: hash };
      const email = emailFor('named-in-listing', `${after.id}.${hash}.${before.version}`, about, now);
      return emailRepository(table).save(
        network === undefined ? email : causedFrom(email, networkHash(network)),
      );
    });
