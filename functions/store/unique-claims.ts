import { addressHash, registrationHash } from '../platform/hash.ts';
import { keys } from './table/keys.ts';
import { uniqueRows } from './table/rows/unique-rows.ts';
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

/** The practitioner who has claimed an address, and the practitioner who has claimed a registration number, by id. */
export interface Taken {
  readonly email: string | undefined;
  readonly registration: string | undefined;
}

/**
 * Finds out who has claimed an address and who has claimed a registration number, in one read.
 * @throws {UnreadableRow}
 */
export const takenBy = async (table: Pick<Table, 'get'>, identity: Identity): Promise<Taken> => {
  const [email, registration] = keysOf(identity);
  const rows = await table.get([email, registration]);
  const ownerOf = (key: Key): string | undefined => {
    const row = rows.find(({ pk }) => pk === key.pk);
    return row === undefined ? undefined : uniqueRows.parse(row).practitionerId;
  };
  return { email: ownerOf(email), registration: ownerOf(registration) };
};

/** Returns the id of the practitioner who has claimed an address; undefined if nobody has. @throws {UnreadableRow} */
export const ownerOfAddress = async (
  table: Pick<Table, 'get'>,
  address: string,
): Promise<string | undefined> => {
  const [row] = await table.get([emailKey(address)]);
  return row === undefined ? undefined : uniqueRows.parse(row).practitionerId;
};

/**
 * Returns the changes that claim an address and a registration number for one listing. The commit fails if another
 * listing has claimed either.
 */
export const claim = (identity: Identity): readonly Change[] =>
  keysOf(identity).map((key) => uniqueRows.put(key, { practitionerId: identity.id }, { is: 'absent' }));

/**
 * Returns the changes that release the claims of this listing, so that the person can register again. Does not
 * release claims that now belong to another listing.
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
