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
 * A list's rows as what they should be. One that does not read is set aside: whoever keeps the table is told, and all
 * others are served.
 * @throws {UnreadableRow} where nobody is there to be told
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
 * Does something for each, one after the other. One whose rows cannot be read is set aside like in a list.
 * @throws whatever else `work` throws, at once
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

/** The same table for whoever must see every row: a list with one that cannot be read is thrown, not shortened. */
export const wholeLists = (table: Table): Table => {
  const { setAside, ...whole } = table;
  return setAside === undefined ? table : whole;
};
