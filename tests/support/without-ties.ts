import type { Row, Table } from '../../functions/store/table/table.ts';

type Noun = Readonly<Record<string, unknown>> & { readonly id: string };
const nounOf = (row: Row): Noun => row['noun'] as Noun;

/** Shows the table to matching as if no learner had declared a tie: for a planted fault. What it writes keeps the ties. */
export const withoutTies = (table: Table): Table => {
  const hidden = new Map<string, unknown>();
  const shown = (row: Row): Row => {
    if (row['kind'] !== 'request') return row;
    const { id, conflicts } = nounOf(row);
    if (conflicts === undefined) return row;
    hidden.set(id, conflicts);
    return { ...row, noun: { ...nounOf(row), conflicts: [] } };
  };
  return {
    ...table,
    get: async (wanted) => (await table.get(wanted)).map(shown),
    query: async (asked) => (await table.query(asked)).map(shown),
    commit: (changes, key) =>
      table.commit(
        changes.map((change) => {
          if (change.do !== 'put' || change.row['kind'] !== 'request') return change;
          const noun = nounOf(change.row);
          const conflicts = hidden.get(noun.id);
          return conflicts === undefined
            ? change
            : { ...change, row: { ...change.row, noun: { ...noun, conflicts } } };
        }),
        key,
      ),
  };
};
