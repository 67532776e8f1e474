import { UnreadableRow } from '../../platform/unreadable-row.ts';
import type { Row, Table } from '../../store/table/table.ts';
import type { ErasedPerson } from '../../../shared/privacy/remove-mentions.ts';

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** As text, because it cannot be read as anything else. */
const isAbout = (row: Row, { id, name, email }: ErasedPerson): boolean => {
  const text = folded(JSON.stringify(row));
  return [JSON.stringify(id), name.trim(), email.trim()].some((part) => text.includes(folded(part)));
};

/**
 * The table for whoever looks for everything about somebody: a row that cannot be read and is about them stops the
 * search instead of being passed over, because nobody may be told that all is erased, or all is shown, then.
 */
export const mentionGuard = (table: Table, person: ErasedPerson): Table => {
  const { setAside } = table;
  if (setAside === undefined) return table;
  return {
    ...table,
    setAside: (row, reason) => {
      setAside(row, reason);
      if (isAbout(row, person)) throw new UnreadableRow(row, undefined);
    },
  };
};
