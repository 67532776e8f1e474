import { teamWordsRow } from '../../functions/store/audit-row.ts';
import { partsOfAuditKey } from '../../functions/store/repositories/audit-repository.ts';
import { codesOf, keyOfActor } from '../../functions/store/table/audit-codes.ts';
import { lists } from '../../functions/store/table/keys.ts';
import { listPage } from '../../functions/store/table/list-page.ts';
import { auditRows } from '../../functions/store/table/rows/audit-rows.ts';
import type { Change, Row, Table } from '../../functions/store/table/table.ts';

/** Number of entries to read at once. */
const PAGE_SIZE = 200;

const TEAM = 'team:';

/** Returns the changes that separate one entry from its words; none if it has none. */
const separated = (row: Row): readonly Change[] => {
  const { actor, facts } = auditRows.parse(row);
  const codes = codesOf(facts);
  const key = keyOfActor(actor);
  if (key === actor && Object.keys(codes).length === Object.keys(facts).length) return [];
  const { at, subject, id } = partsOfAuditKey(row);
  const words = Object.entries(facts).filter(([name]) => !(name in codes));
  const why = words.find(([name]) => name === 'why')?.[1];
  const others = words.filter(([name]) => name !== 'why');
  const without: Change = { do: 'put', row: { ...row, actor: key, facts: codes }, when: { is: 'present' } };
  // A role that was stored like a name has no words beside it.
  if (!key.startsWith(TEAM)) return [without];
  return [
    without,
    teamWordsRow(subject, at, id, {
      by: actor.slice(TEAM.length),
      why: why === undefined ? undefined : String(why),
      values: Object.fromEntries(
        others.map(([name, value]) => [name, { before: null, after: String(value) }]),
      ),
    }),
  ];
};

/**
 * Moves the names of the team and its words out of the audit of a system into rows beside it, which erasures delete: 0.3.0
 * and older versions stored them in the audit. Can be stopped and run again.
 * @returns the number of entries that had words
 */
export const separateWords = async (table: Table): Promise<number> => {
  let count = 0;
  let after: string | undefined;
  do {
    const { found, next } = await listPage(table, lists.audit, { after, size: PAGE_SIZE }, (rows) => rows);
    for (const row of found) {
      const changes = separated(row);
      if (changes.length > 0 && (await table.commit(changes)).committed) count += 1;
    }
    after = next;
  } while (after !== undefined);
  return count;
};
