import { canonicalNumber, otherForms } from '../../shared/people/canonical-number.ts';
import type { RegulatorId } from '../../shared/reference/professions.ts';
import { addressHash, registrationHash } from '../platform/hash.ts';
import { keys } from './table/keys.ts';
import { uniqueRows } from './table/rows/unique-rows.ts';
import type { Change, Key, Table } from './table/table.ts';

const emailKey = (address: string): Key => keys.unique('email', addressHash(address));
const registrationKey = (regulator: RegulatorId, number: string): Key =>
  keys.unique('registration', registrationHash(regulator, number));

interface Identity {
  readonly id: string;
  readonly email: string;
  readonly regulator: RegulatorId;
  readonly registrationNumber: string;
}

type Registration = Pick<Identity, 'regulator' | 'registrationNumber'>;

const numberKey = ({ regulator, registrationNumber }: Registration): Key =>
  registrationKey(regulator, canonicalNumber(regulator, registrationNumber));

const keysOf = (identity: Identity): readonly [Key, Key] => [emailKey(identity.email), numberKey(identity)];

/** Keys of claims that version 0.3.0 or earlier made for other ways of writing a number. */
const earlierKeysOf = ({ regulator, registrationNumber }: Registration): readonly Key[] =>
  otherForms(regulator, registrationNumber).map((form) => registrationKey(regulator, form));

/** The practitioner who has made a claim. */
export interface Owner {
  readonly id: string;
  /** Id of the system in which this practitioner is listed, if it is another one than the table's. */
  readonly elsewhere?: string;
}

/** The practitioner who has claimed an address, and the practitioner who has claimed a registration number. */
export interface Taken {
  readonly email: Owner | undefined;
  readonly registration: Owner | undefined;
}

type Claims = Pick<Table, 'get' | 'systemId'>;

const ownersOf = async (table: Claims, claims: readonly Key[]): Promise<ReadonlyMap<string, Owner>> =>
  new Map(
    (await table.get(claims)).map((row): [string, Owner] => {
      const { practitionerId: id, system } = uniqueRows.parse(row);
      return [row.pk, system === undefined || system === table.systemId ? { id } : { id, elsewhere: system }];
    }),
  );

/**
 * Finds out who has claimed an address and who has claimed a registration number, in one read.
 * @throws {UnreadableRow}
 */
export const takenBy = async (table: Claims, identity: Identity): Promise<Taken> => {
  const [email, registration] = keysOf(identity);
  const earlier = earlierKeysOf(identity);
  const owners = await ownersOf(table, [email, registration, ...earlier]);
  const claimed = [registration, ...earlier].find(({ pk }) => owners.has(pk));
  return { email: owners.get(email.pk), registration: owners.get(claimed?.pk ?? '') };
};

/**
 * Returns the practitioner who has claimed the address with a hash (`addressHash`); undefined if nobody has.
 * @throws {UnreadableRow}
 */
export const ownerOfAddressHash = async (table: Claims, hash: string): Promise<Owner | undefined> => {
  const key = keys.unique('email', hash);
  return (await ownersOf(table, [key])).get(key.pk);
};

/** Returns the practitioner who has claimed an address; undefined if nobody has. @throws {UnreadableRow} */
export const ownerOfAddress = (table: Claims, address: string): Promise<Owner | undefined> =>
  ownerOfAddressHash(table, addressHash(address));

/**
 * Returns the changes that claim an address and a registration number for one listing of the table's system. The commit
 * fails if another listing of the deployment has claimed either.
 */
export const claim = ({ systemId }: Pick<Table, 'systemId'>, identity: Identity): readonly Change[] =>
  keysOf(identity).map((key) =>
    uniqueRows.put(
      key,
      { practitionerId: identity.id, ...(systemId === undefined ? {} : { system: systemId }) },
      { is: 'absent' },
    ),
  );

const claimOf = (
  { systemId }: Pick<Table, 'systemId'>,
  key: Key,
  practitionerId: string,
  when: Extract<Change, { do: 'put' }>['when'],
): Change =>
  uniqueRows.put(key, { practitionerId, ...(systemId === undefined ? {} : { system: systemId }) }, when);

/** Returns the change that claims an address for a listing; it fails if another listing has claimed it. */
export const claimAddress = (
  table: Pick<Table, 'systemId'>,
  { id, email }: Pick<Identity, 'id' | 'email'>,
): Change => claimOf(table, emailKey(email), id, { is: 'absent' });

/** Returns the change that gives a claimed address to another listing. */
export const moveAddress = (table: Pick<Table, 'systemId'>, email: string, to: string): Change =>
  claimOf(table, emailKey(email), to, { is: 'present' });

/** Returns the change that gives a claimed number to another listing. */
export const moveNumber = (
  table: Pick<Table, 'systemId'>,
  { regulator, registrationNumber }: Registration,
  to: string,
): Change => claimOf(table, numberKey({ regulator, registrationNumber }), to, { is: 'present' });

/** Returns the change that lets an address be registered again. */
export const freeAddress = (email: string): Change => ({
  do: 'remove',
  key: emailKey(email),
  when: { is: 'anything' },
});

/**
 * Returns the changes that release the claims of this listing, so that the person can register again. Does not
 * release claims that now belong to another listing.
 */
export const release = async (table: Claims, identity: Identity): Promise<readonly Change[]> => {
  const all = [...keysOf(identity), ...earlierKeysOf(identity)];
  const owners = await ownersOf(table, all);
  return all
    .filter(({ pk }) => owners.get(pk)?.id === identity.id)
    .map((key) => ({ do: 'remove', when: { is: 'anything' }, key }));
};

/**
 * Returns the changes that claim another registration number for a listing, and release its claim to the one before.
 * Does not release the claim of another listing to the same number.
 */
export const claimOtherNumber = async (
  table: Claims,
  before: Omit<Identity, 'email'>,
  to: Registration,
): Promise<readonly Change[]> => {
  const wanted = numberKey(to);
  const all = [wanted, numberKey(before), ...earlierKeysOf(before)];
  const owners = await ownersOf(table, all);
  const own = new Map(all.filter(({ pk }) => owners.get(pk)?.id === before.id).map((key) => [key.pk, key]));
  return [
    ...(own.has(wanted.pk) ? [] : [claimOf(table, wanted, before.id, { is: 'absent' })]),
    ...[...own.values()]
      .filter(({ pk }) => pk !== wanted.pk)
      .map((key): Change => ({ do: 'remove', when: { is: 'anything' }, key })),
  ];
};
