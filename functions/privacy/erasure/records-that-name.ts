import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { ErasedPerson } from '../../../shared/privacy/remove-mentions.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { addressesIn } from '../../../shared/people/addresses-in.ts';
import { nameParts } from '../../../shared/privacy/person-in-text.ts';
import { addressHash, wordHash } from '../../platform/hash.ts';
import { rowsFoundUnder } from '../../store/rows-found-under.ts';
import { keys } from '../../store/table/keys.ts';
import { organisationRows } from '../../store/table/rows/organisation-rows.ts';
import { practitionerRows } from '../../store/table/rows/practitioner-rows.ts';
import { requestRows } from '../../store/table/rows/request-rows.ts';
import type { Table } from '../../store/table/table.ts';

interface Naming {
  readonly practitioners: readonly Practitioner[];
  readonly requests: readonly SupervisionRequest[];
  readonly organisations: readonly Organisation[];
}

/** Lists the partitions of the index under which records are found that hold an address or a word of a name. */
export const partitionsNaming = ({
  name,
  email,
}: Pick<ErasedPerson, 'name' | 'email'>): readonly string[] => [
  ...addressesIn(email).map((address) => keys.find(addressHash(address))),
  ...nameParts(name).map((word) => keys.findWord(wordHash(word))),
];

/**
 * Finds the records that may name a person, by address or by name, with their own. Reads only records that hold the
 * address or a word of the name. A record that names somebody has every part of the name as a word, so that one part is
 * enough to find it: the longest, which the fewest people share.
 * @param table a table whose `setAside` decides about unreadable rows
 */
export const recordsThatName = async (table: Table, { id, name, email }: ErasedPerson): Promise<Naming> => {
  const [longest] = nameParts(name).toSorted((a, b) => b.length - a.length);
  const rows = await rowsFoundUnder(table, [
    ...addressesIn(email).map((address) => keys.find(addressHash(address))),
    ...(longest === undefined ? [] : [keys.findWord(wordHash(longest))]),
    keys.recordsOf('practitioner', id),
  ]);
  const ofKind = (kind: string) => rows.filter((row) => row['kind'] === kind);
  return {
    practitioners: practitionerRows
      .parseAll(table, ofKind(practitionerRows.kind))
      .filter((one) => !isErased(one)),
    requests: requestRows.parseAll(table, ofKind(requestRows.kind)).filter((one) => !isErased(one)),
    organisations: organisationRows.parseAll(table, ofKind(organisationRows.kind)),
  };
};
