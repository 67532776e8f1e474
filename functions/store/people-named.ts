import { organisationPersonStates } from '../../shared/people/organisation-person.ts';
import { isSameAddress } from '../../shared/people/is-confirmed-for.ts';
import { lists } from './table/keys.ts';
import { organisationPersonRows } from './table/rows/organisation-person-rows.ts';
import type { Row, Table } from './table/table.ts';

/** Finds the rows in which a person with this address is named as lead or voucher. Reads whole lists. */
export const rowsNaming = async (
  table: Pick<Table, 'query' | 'setAside'>,
  email: string,
): Promise<readonly Row[]> => {
  const found = await Promise.all(
    organisationPersonStates.map((state) =>
      table.query({ from: 'by-list', partition: lists.organisationPeople(state) }),
    ),
  );
  return found
    .flat()
    .filter((row) =>
      organisationPersonRows.parseAll(table, [row]).some((one) => isSameAddress(one.email, email)),
    );
};
