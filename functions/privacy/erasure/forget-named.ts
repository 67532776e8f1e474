import { changedValuesRepository } from '../../store/repositories/changed-values-repository.ts';
import { organisationPersonSubject } from '../../store/repositories/organisation-trust-repository.ts';
import { organisationPersonRows } from '../../store/table/rows/organisation-person-rows.ts';
import { rowsNaming } from '../../store/people-named.ts';
import type { Table } from '../../store/table/table.ts';

/**
 * Deletes what the team decided about a person as lead or voucher of organisations.
 * @throws if the commit fails; the erasure is then incomplete and must be repeated
 */
export const forgetNamed = async (table: Table, email: string): Promise<void> => {
  const rows = await rowsNaming(table, email);
  if (rows.length === 0) return;
  for (const { id } of organisationPersonRows.parseAll(table, rows))
    await changedValuesRepository(table).forget(organisationPersonSubject(id));
  const outcome = await table.commit(
    rows.map(({ pk, sk }) => ({ do: 'remove', key: { pk, sk }, when: { is: 'anything' } })),
  );
  if (!outcome.committed) throw new Error('cannot delete a person named for an organisation');
};
