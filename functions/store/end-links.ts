import { lists } from './table/keys.ts';
import { linkRows } from './table/rows/link-rows.ts';
import type { Change, Table } from './table/table.ts';

/** Maximum number of links to end in one commit; further ones expire. */
const MOST_LINKS = 60;

/**
 * Returns the changes that end the links sent to a DPP, newest first, when their address changes. Reads the whole list of
 * links, so use it rarely.
 */
export const endLinksOf = async (
  table: Pick<Table, 'query' | 'setAside'>,
  practitionerId: string,
): Promise<readonly Change[]> => {
  const rows = await table.query({ from: 'by-list', partition: lists.links, newestFirst: true });
  return rows
    .filter((row) =>
      linkRows
        .parseAll(table, [row])
        .some((link) => link.recipient === 'practitioner' && link.practitionerId === practitionerId),
    )
    .slice(0, MOST_LINKS)
    .map(({ pk, sk }) => ({ do: 'remove', key: { pk, sk }, when: { is: 'anything' } }));
};
