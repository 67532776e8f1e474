import { UnreadableRow } from '../../platform/unreadable-row.ts';
import type { Row, Table } from '../../store/table/table.ts';
import type { ErasedPerson } from '../../../shared/privacy/remove-mentions.ts';
import { holds } from '../../../shared/privacy/person-in-text.ts';

/** Returns all texts in a stored value, at any depth. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Whether an unreadable row contains somebody's id, or their name or address as whole words. */
const isAbout = (row: Row, person: ErasedPerson): boolean =>
  textsIn(row).some((text) => text === person.id || holds(text, person));

/**
 * Returns the table for an erasure or an export. Reading a list throws if it contains an unreadable row about the
 * person. Leaving the row out would make the erasure or the export look complete when it is not.
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
