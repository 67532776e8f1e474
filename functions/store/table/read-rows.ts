import type { Row, Table } from './table.ts';
import { UnreadableRow } from '../../platform/unreadable-row.ts';

/** Parses a stored row. @throws {UnreadableRow} */
export const readRow = <Noun>(row: Row, parse: (row: Row) => Noun): Noun => {
  try {
    return parse(row);
  } catch (failure) {
    throw new UnreadableRow(row, failure);
  }
};

/** Returns the rows that were read together. @throws {UnreadableRow} when one is of none of these kinds */
export const ofKinds = (
  rows: readonly Row[],
  kinds: readonly { readonly kind: string }[],
): readonly Row[] => {
  const other = rows.find((row) => !kinds.some(({ kind }) => kind === row['kind']));
  if (other !== undefined) throw new UnreadableRow(other, undefined);
  return rows;
};

/**
 * Parses the rows of a list. Unreadable rows are quarantined and reported, and the rest returned.
 * @throws {UnreadableRow} when the table has nobody to report to
 */
export const readable = <Noun>(
  { setAside }: Pick<Table, 'setAside'>,
  rows: readonly Row[],
  parse: (row: Row) => Noun,
): readonly Noun[] =>
  rows.flatMap((row) => {
    try {
      return [readRow(row, parse)];
    } catch (failure) {
      if (setAside === undefined || !(failure instanceof UnreadableRow)) throw failure;
      setAside(row, failure.reason);
      return [];
    }
  });

/**
 * Runs `work` for each item in turn. An item with an unreadable row is quarantined as in a list.
 * @throws anything else that `work` throws, at once
 */
export const forEachReadable = async <Item>(
  { setAside }: Pick<Table, 'setAside'>,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  for (const item of items)
    try {
      await work(item);
    } catch (failure) {
      if (setAside === undefined || !(failure instanceof UnreadableRow)) throw failure;
      setAside({ ...failure.key }, failure.reason);
    }
};

/** The same table for callers that need every row: a list with an unreadable row throws instead of leaving it out. */
export const wholeLists = (table: Table): Table => {
  const { setAside, ...whole } = table;
  return setAside === undefined ? table : whole;
};
