import * as z from 'zod';
import { addressHash, registrationHash } from '../platform/hash.ts';
import { keys } from './table/keys.ts';
import type { Change, Key, Table } from './table/table.ts';

const emailKey = (address: string): Key => keys.unique('email', addressHash(address));
const registrationKey = (regulator: string, number: string): Key =>
  keys.unique('registration', registrationHash(regulator, number));

interface Identity {
  readonly id: string;
  readonly email: string;
  readonly regulator: string;
  readonly registrationNumber: string;
}

const keysOf = ({ email, regulator, registrationNumber }: Identity): readonly [Key, Key] => [
  emailKey(email),
  registrationKey(regulator, registrationNumber),
];

const rowSchema = z.object({ pk: z.string(), sk: z.string(), practitionerId: z.string() });

/** Whose listing an address or a registration number stands for already. */
export interface Taken {
  readonly email: string | undefined;
  readonly registration: string | undefined;
}

/** Looks up who is listed under this address and this number, in one call. */
export const takenBy = async (table: Pick<Table, 'get'>, identity: Identity): Promise<Taken> => {
  const [email, registration] = keysOf(identity);
  const rows = (await table.get([email, registration])).map((row) => rowSchema.parse(row));
  const ownerOf = (key: Key) => rows.find(({ pk }) => pk === key.pk)?.practitionerId;
  return { email: ownerOf(email), registration: ownerOf(registration) };
};

/** Whose listing an address stands for. */
export const ownerOfAddress = async (
  table: Pick<Table, 'get'>,
  address: string,
): Promise<string | undefined> => {
  const [row] = await table.get([emailKey(address)]);
  return row === undefined ? undefined : rowSchema.parse(row).practitionerId;
};

/** One listing per address and per registration number: insertion is the lock. */
export const claim = (identity: Identity): readonly Change[] =>
  keysOf(identity).map((key) => ({
    do: 'put',
    when: { is: 'absent' },
    row: { ...key, kind: 'unique', practitionerId: identity.id },
  }));

/**
 * Gives back what stands for this very listing, so that the person may register again. What they have claimed anew
 * since then stays theirs.
 */
export const release = async (table: Pick<Table, 'get'>, identity: Identity): Promise<readonly Change[]> => {
  const [email, registration] = keysOf(identity);
  const taken = await takenBy(table, identity);
  const own = [
    ...(taken.email === identity.id ? [email] : []),
    ...(taken.registration === identity.id ? [registration] : []),
  ];
  return own.map((key) => ({ do: 'remove', when: { is: 'anything' }, key }));
};
