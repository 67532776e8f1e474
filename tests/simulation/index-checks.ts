import { addressHash, registrationHash } from '../../functions/platform/hash.ts';
import type { Row } from '../../functions/store/table/table.ts';

type Noun = Readonly<Record<string, unknown>>;
type Key = Pick<Row, 'pk' | 'sk'>;

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const address = (value: unknown): readonly string[] =>
  textIn(value).includes('@') ? [`FIND@${addressHash(textIn(value))}`] : [];
const ofOwners = ({ practitionerId, requestId }: Noun): readonly string[] => [
  ...(textIn(practitionerId) === '' ? [] : [`OF#practitioner#${textIn(practitionerId)}`]),
  ...(textIn(requestId) === '' ? [] : [`OF#request#${textIn(requestId)}`]),
];

/** The partitions under which an access or an erasure has to find a row, by its kind. */
const foundUnder: Readonly<Record<string, (row: Row, noun: Noun) => readonly string[]>> = {
  practitioner: (_, noun) => [
    ...['email', 'backUpEmail', 'newEmail'].flatMap((field) => address(noun[field])),
    `FIND-NUMBER#${registrationHash(textIn(noun['regulator']), textIn(noun['registrationNumber']))}`,
  ],
  request: (_, noun) => ['email', 'nmpLeadEmail', 'newEmail'].flatMap((field) => address(noun[field])),
  organisation: (_, noun) => address(noun['leadEmail']),
  'organisation-person': (_, noun) => address(noun['email']),
  offer: (_, noun) => ofOwners(noun),
  match: (_, noun) => ofOwners(noun),
  email: (_, noun) => ofOwners((noun['about'] ?? {}) as Noun),
  link: (row) => ofOwners((row['link'] ?? {}) as Noun),
};

const isOfIndex = ({ pk }: Key): boolean => /^(?:FIND@|FIND-NUMBER#|OF#)/u.test(pk);
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const entryOf = (partition: string, { pk, sk }: Key): string => `${partition} ${pk}#${sk}`;

/**
 * Checks that each record is found under every address and number that it holds and under everybody to whom it belongs,
 * and that no entry leads to a record that is gone or was erased. An entry may outlive what a record held before a change:
 * its readers look at the record. Has its own list of what is found where.
 */
export const indexAgrees = (rows: readonly Row[], tell: (what: string) => void): void => {
  const byKey = new Map(rows.map((row) => [nameOf(row), row]));
  const wanted = new Map<string, Row>();
  for (const row of rows) {
    const noun = (row['noun'] ?? {}) as Noun;
    if (noun['state'] === 'erased') continue;
    for (const partition of foundUnder[String(row['kind'])]?.(row, noun) ?? [])
      wanted.set(entryOf(partition, row), row);
  }
  for (const [entry, row] of wanted)
    if (!byKey.has(entry)) tell(`${nameOf(row)} is not found under ${entry.split(' ')[0] ?? ''}`);
  for (const entry of rows.filter(isOfIndex)) {
    // An entry that leads to a mail or a link expires with it, also if the link was ended before.
    if (wanted.has(nameOf(entry)) || entry['expiresAtSeconds'] !== undefined) continue;
    const row = byKey.get(nameOf(entry['of'] as Key));
    const state = row === undefined ? 'gone' : (row['noun'] as Noun | undefined)?.['state'];
    if (state === 'gone' || state === 'erased')
      tell(`the entry ${nameOf(entry)} is left, whose record is ${state}`);
  }
};
