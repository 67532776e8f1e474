import { addressesIn } from '../../../shared/people/addresses-in.ts';
import { nameParts } from '../../../shared/privacy/person-in-text.ts';
import { addressHash, registrationHash, wordHash } from '../../platform/hash.ts';
import { keyInSystem, keys, keyWithoutSystem, systemOfKey } from './keys.ts';
import { indexRows } from './rows/index-rows.ts';
import type { Change, Row } from './table.ts';

/** A stored value, of which nothing is certain: it may be of an older or a newer shape. */
type Stored = Readonly<Record<string, unknown>>;

const isStored = (value: unknown): value is Stored => typeof value === 'object' && value !== null;
const storedIn = (value: unknown): Stored => (isStored(value) ? value : {});
const listIn = (value: unknown): readonly Stored[] => (Array.isArray(value) ? value.map(storedIn) : []);

/** Returns the texts in some fields of a stored value; leaves out fields that are absent or empty. */
const textsIn = (value: Stored, ...fields: readonly string[]): readonly string[] =>
  fields.flatMap((field) => {
    const text = value[field];
    return typeof text === 'string' && text !== '' ? [text] : [];
  });

/** Partitions under which a record is found, and when its entries expire with it. */
interface Entries {
  readonly partitions: readonly string[];
  readonly expiresAtSeconds?: number;
}

/** The record is put under these partitions when it is created; its ids never change. */
const whenCreated: ReadonlySet<string> = new Set(['offer', 'match', 'email', 'link']);

/** Days after which an e-mail or link has been deleted, whatever its retention: see the retention rules. */
const SENT_DAYS = 120;
const DAY_SECONDS = 86_400;

const byAddress = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => addressesIn(text).map((address) => keys.find(addressHash(address))));
const byWord = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => nameParts(text).map((word) => keys.findWord(wordHash(word))));
const byOwner = (value: Stored): readonly string[] => [
  ...textsIn(value, 'practitionerId').map((id) => keys.recordsOf('practitioner', id)),
  ...textsIn(value, 'requestId').map((id) => keys.recordsOf('request', id)),
];

const ofPractitioner = (noun: Stored): readonly string[] => {
  const named = textsIn(noun, 'backUpName', 'employerApprover', 'conflictsDeclared');
  const [regulator] = textsIn(noun, 'regulator');
  return [
    ...byAddress([...textsIn(noun, 'email', 'newEmail', 'backUpEmail', 'employerApproverEmail'), ...named]),
    ...(regulator === undefined
      ? []
      : textsIn(noun, 'registrationNumber').map((number) =>
          keys.findNumber(registrationHash(regulator, number)),
        )),
    ...byWord(named),
  ];
};

const ofRequest = (noun: Stored): readonly string[] => {
  const conflicts = listIn(noun['conflicts']);
  const written = conflicts.flatMap((one) => textsIn(one, 'name', 'address', 'who'));
  return [
    ...byAddress([
      ...textsIn(noun, 'email', 'newEmail', 'nmpLeadEmail', 'designatedSupervisorEmail'),
      ...written,
    ]),
    ...conflicts.flatMap((one) => byOwner({ practitionerId: one['practitionerId'] })),
    ...byWord([...textsIn(noun, 'nmpLeadName', 'designatedSupervisorName'), ...written]),
  ];
};

const ofEmail = (noun: Stored): Entries => {
  const seconds = Math.ceil(Date.parse(String(noun['createdAt'])) / 1_000) + SENT_DAYS * DAY_SECONDS;
  return {
    partitions: byOwner(storedIn(noun['about'])),
    ...(Number.isNaN(seconds) ? {} : { expiresAtSeconds: seconds }),
  };
};

/** Lists the partitions under which a stored row is found. */
const entriesOf = (row: Row): Entries => {
  const noun = storedIn(row['noun']);
  if (noun['state'] === 'erased') return { partitions: [] };
  switch (row['kind']) {
    case 'practitioner':
      return { partitions: ofPractitioner(noun) };
    case 'request':
      return { partitions: ofRequest(noun) };
    case 'organisation':
      return { partitions: byAddress(textsIn(noun, 'leadEmail')) };
    case 'organisation-person':
      return { partitions: byAddress(textsIn(noun, 'email')) };
    case 'offer':
    case 'match':
      return { partitions: byOwner(noun) };
    case 'email':
      return ofEmail(noun);
    case 'link': {
      const expires = row['expiresAtSeconds'];
      return {
        partitions: byOwner(storedIn(row['link'])),
        ...(typeof expires === 'number' ? { expiresAtSeconds: expires } : {}),
      };
    }
    default:
      return { partitions: [] };
  }
};

/** Returns the changes that file a stored row under everything by which an access or erasure looks for it. */
export const indexChangesOf = (row: Row): readonly Change[] => {
  const system = systemOfKey(row.pk);
  const of = { pk: keyWithoutSystem(row.pk), sk: row.sk };
  const { partitions, expiresAtSeconds } = entriesOf(row);
  return [...new Set(partitions)].map((partition) =>
    indexRows.put(
      {
        pk: system === undefined ? partition : keyInSystem(system, partition),
        sk: `${of.pk}#${of.sk}`,
      },
      { of, ...(expiresAtSeconds === undefined ? {} : { expiresAtSeconds }) },
      { is: 'anything' },
    ),
  );
};

/** Returns the index changes that belong to a commit. */
export const indexChangesFor = (changes: readonly Change[]): readonly Change[] =>
  changes.flatMap((change) =>
    change.do === 'put' && (change.when.is === 'absent' || !whenCreated.has(String(change.row['kind'])))
      ? indexChangesOf(change.row)
      : [],
  );
