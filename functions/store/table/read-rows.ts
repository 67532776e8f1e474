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

/**
 * Returns the rows after checking that each is of one of these kinds. @throws {UnreadableRow} if a row is of
 * another kind
 */
export const ofKinds = (
  rows: readonly Row[],
  kinds: readonly { readonly kind: string }[],
): readonly Row[] => {
  const other = rows.find((row) => !kinds.some(({ kind }) => kind === row['kind']));
  if (other !== undefined) throw new UnreadableRow(other, undefined);
  return rows;
};

/**
 * Parses the rows of a list. Passes unreadable rows to the table's `setAside` and returns the others.
 * @throws {UnreadableRow} if the table has no `setAside`
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
 * Runs `work` for each item in turn. If `work` meets an unreadable row, passes the row to the table's `setAside` and
 * goes on with the next item.
 * @throws any other error of `work`, at once
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

/**
 * Returns the table for callers that need every row: reading a list with an unreadable row throws, instead of leaving
 * the row out.
 */
export const wholeLists = (table: Table): Table => {
  const { setAside, ...whole } = table;
  return setAside === undefined ? table : whole;
};
