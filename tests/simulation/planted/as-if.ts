import { lists } from '../../../functions/store/table/keys.ts';
import type { Row, Table } from '../../../functions/store/table/table.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { isPutOf, nounOf, withNoun } from './plant.ts';

type Facts = Readonly<Partial<Record<keyof Practitioner, unknown>>>;

const without = (row: Row, fields: readonly string[]): Row => ({
  ...row,
  noun: Object.fromEntries(Object.entries(nounOf(row)).filter(([field]) => !fields.includes(field))),
});

/**
 * Shows the table with other facts about practitioners than it holds. What is written keeps the facts that were hidden.
 * @param facts the other facts, undefined for a fact that is not shown; or nothing for somebody who is shown as they are
 * @param hidden states of practitioners who are also shown in the list of those who are listed
 */
export const asIf = (
  table: Table,
  facts: (practitioner: Practitioner) => Facts | undefined,
  hidden: readonly Practitioner['state'][] = [],
): Table => {
  const known = new Map<string, Row>();
  const shown = (row: Row): Row => {
    if (row['kind'] !== 'practitioner') return row;
    const noun = nounOf(row) as unknown as Practitioner;
    const others = facts(noun);
    if (others === undefined) return row;
    known.set(noun.id, row);
    return withNoun(
      without(row, Object.keys(others)),
      Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    );
  };
  /** Puts back what was hidden. */
  const restored = (row: Row): Row => {
    const stored = known.get(nounOf(row).id);
    if (stored === undefined) return row;
    const noun = nounOf(stored);
    const fields = Object.keys(facts(noun as unknown as Practitioner) ?? {});
    const kept = Object.fromEntries(
      fields.flatMap((field) => (field in noun ? [[field, noun[field]] as const] : [])),
    );
    const { state, listPk, listSk } = stored;
    return {
      ...withNoun(without(row, fields), kept),
      ...(fields.includes('state') ? { state, listPk: listPk!, listSk: listSk! } : {}),
    };
  };
  return {
    ...table,
    get: async (wanted) => (await table.get(wanted)).map(shown),
    query: async (asked) => {
      const others = asked.partition === lists.practitioners('listed') ? hidden : [];
      const found = await Promise.all(
        [asked.partition, ...others.map((state) => lists.practitioners(state))].map((partition) =>
          table.query({ ...asked, partition }),
        ),
      );
      return found.flat().map(shown);
    },
    commit: (changes, key) =>
      table.commit(
        changes.map((change) =>
          isPutOf(change, 'practitioner') ? { ...change, row: restored(change.row) } : change,
        ),
        key,
      ),
  };
};
