import { addressesIn } from '../../shared/people/addresses-in.ts';
import { isSameAddress } from '../../shared/people/is-confirmed-for.ts';
import { addressHash } from '../platform/hash.ts';
import { rowsFoundUnder } from './rows-found-under.ts';
import { keys } from './table/keys.ts';
import { organisationPersonRows } from './table/rows/organisation-person-rows.ts';
import type { Row, Table } from './table/table.ts';

/** Finds the rows in which a person with this address is named as lead or voucher. */
export const rowsNaming = async (
  table: Pick<Table, 'query' | 'get' | 'setAside'>,
  email: string,
): Promise<readonly Row[]> => {
  const found = await rowsFoundUnder(
    table,
    addressesIn(email).map((address) => keys.find(addressHash(address))),
  );
  return found
    .filter(({ kind }) => kind === organisationPersonRows.kind)
    .filter((row) =>
      organisationPersonRows.parseAll(table, [row]).some((one) => isSameAddress(one.email, email)),
    );
};
