import { rowsFoundUnder } from './rows-found-under.ts';
import { keys } from './table/keys.ts';
import { linkRows } from './table/rows/link-rows.ts';
import type { Change, Table } from './table/table.ts';

/** Maximum number of links to end in one commit; further ones expire. */
const MOST_LINKS = 60;

/** Returns the changes that end the links sent to a DPP, those that work longest first, when their address changes. */
export const endLinksOf = async (
  table: Pick<Table, 'query' | 'get' | 'setAside'>,
  practitionerId: string,
): Promise<readonly Change[]> => {
  const rows = await rowsFoundUnder(table, [keys.recordsOf('practitioner', practitionerId)]);
  return rows
    .filter(({ kind }) => kind === linkRows.kind)
    .flatMap((row) => linkRows.parseAll(table, [row]).map((link) => ({ row, link })))
    .filter(({ link }) => link.recipient === 'practitioner' && link.practitionerId === practitionerId)
    .toSorted((a, b) => b.link.expiresAt.localeCompare(a.link.expiresAt))
    .slice(0, MOST_LINKS)
    .map(({ row: { pk, sk } }) => ({ do: 'remove', key: { pk, sk }, when: { is: 'anything' } }));
};
