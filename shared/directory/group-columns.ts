import type { ColumnTable, ManyColumn, OneColumn } from '../kernel/decode-columns.ts';
import { type GroupName, groupNames } from './filter-groups.ts';
import { labelledSchema } from './labelled.ts';

/** The column in which each group of filters finds its options. */
const columnOfGroup: Readonly<Record<GroupName, readonly ['one' | 'many', string]>> = {
  profession: ['one', 'profession'],
  area: ['many', 'areas'],
  setting: ['one', 'setting'],
  place: ['many', 'places'],
  district: ['many', 'districts'],
  supervises: ['many', 'professions'],
  'learner-type': ['many', 'learnerTypes'],
  availability: ['one', 'availability'],
  mode: ['one', 'mode'],
  fee: ['one', 'fee'],
};

/** The options of one group as numbers, for every row of the directory. */
export interface GroupColumn {
  readonly name: GroupName;
  /** Ids of the options. An id may appear twice, if the entries that it belongs to differ. */
  readonly ids: readonly string[];
  readonly numbers: OneColumn['numbers'];
  /** End of each row's numbers; absent if each row has exactly one. */
  readonly ends?: ManyColumn['ends'];
}

const idOf = (text: string): string => labelledSchema.loose().parse(JSON.parse(text)).id;

/** Reads the columns of all groups. */
export const groupColumns = (table: ColumnTable): readonly GroupColumn[] =>
  groupNames.map((name) => {
    const [kind, column] = columnOfGroup[name];
    const { texts, ...numbers } = kind === 'one' ? table.one(column) : table.many(column);
    return { name, ids: texts.all().map(idOf), ...numbers };
  });

/** Says for each row whether it has one of some options. */
export const rowsWith = ({ numbers, ends }: GroupColumn, wanted: Uint8Array, rows: number): Uint8Array => {
  const result = new Uint8Array(rows);
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    const end = ends === undefined ? row + 1 : (ends[row] ?? 0);
    let has = 0;
    for (; at < end; at += 1) has |= wanted[numbers[at] ?? 0] ?? 0;
    result[row] = has;
  }
  return result;
};

/** Counts how many of the marked rows have each option. */
export const countOptions = ({ numbers, ends, ids }: GroupColumn, marked: Uint8Array): Uint32Array => {
  const tally = new Uint32Array(ids.length);
  let at = 0;
  for (let row = 0; row < marked.length; row += 1) {
    const end = ends === undefined ? row + 1 : (ends[row] ?? 0);
    const one = marked[row] ?? 0;
    for (; at < end; at += 1) {
      const option = numbers[at] ?? 0;
      tally[option] = (tally[option] ?? 0) + one;
    }
  }
  return tally;
};
