import type { z } from 'zod';
import { withUnknownKeys } from '../../../shared/kernel/unknown-keys.ts';
import { readable, readRow } from './read-rows.ts';
import type { Change, Guard, Key, Row, Table } from './table.ts';

/** The fields of a value; of every variant where it is a union. */
type FieldOf<Value> = Value extends unknown ? keyof Value & string : never;

/** Changes a stored value from one shape to the next. Must leave a value of the newer shape as it is. */
type Step = (stored: unknown) => unknown;

export interface RowDescription<Value> {
  /** The row's `kind`, which streams filter on. */
  readonly kind: string;
  /** Checks every field that it names. Fields that it does not name are kept, at every depth. */
  readonly schema: z.ZodType<Value>;
  /** The attribute that holds the value; without it, the value's fields are the row's own attributes. */
  readonly attribute?: string;
  /** From shape 1 to 2, from 2 to 3 and so on. A new step needs a fixture of the shape it starts from. */
  readonly steps?: readonly Step[];
  /** Fields that hold a person, or words that may name one: erasure clears them, an export shows them. */
  readonly personal: readonly FieldOf<Value>[];
}

/** A row's key, and where it is filed in the index. */
type Place = Key & Pick<Row, 'listPk' | 'listSk'>;

export interface RowsOfKind<Value> {
  readonly kind: string;
  /** The version of the value's shape that this code writes, stored as `shape` beside the value. */
  readonly shape: number;
  readonly personal: readonly FieldOf<Value>[];
  /** The schema that stored values are read with: fields that it does not name are kept, at every depth. */
  readonly schema: () => z.ZodType<Value>;
  /** Reads a stored row of any shape. @throws {UnreadableRow} */
  readonly parse: (row: Row) => Value;
  /** Reads the rows of a list. Unreadable rows are quarantined and reported, and the rest returned. */
  readonly parseAll: (table: Pick<Table, 'setAside'>, rows: readonly Row[]) => readonly Value[];
  /**
   * The change that stores a value.
   * @param beside attributes derived from the value, for streams, guards and expiry; never read back
   */
  readonly put: (
    place: Place,
    value: Value,
    when: Guard,
    beside?: Readonly<Record<string, unknown>>,
  ) => Change;
  /** The value without some of its optional fields. */
  readonly without: (value: Value, fields: readonly FieldOf<Value>[]) => Value;
}

/** Attributes of the row itself, which are no fields of a value stored without an attribute of its own. */
const frame: ReadonlySet<string> = new Set(['pk', 'sk', 'listPk', 'listSk', 'kind', 'shape']);

const withoutFields = (value: object, isLeftOut: (field: string) => boolean): object =>
  Object.fromEntries(Object.entries(value).filter(([field]) => !isLeftOut(field)));

/** Rows written by 0.1.0 carry no shape: theirs is the first. */
const shapeOf = ({ shape }: Row): number => (typeof shape === 'number' ? shape : 1);

/** How values of one kind become rows and are read back. */
export const rowsOfKind = <Value extends object>({
  kind,
  schema,
  attribute,
  steps = [],
  personal,
}: RowDescription<Value>): RowsOfKind<Value> => {
  let loose: z.ZodType<Value> | undefined;
  // Rebuilt on first use: most functions read few of the kinds that they import.
  const stored = (): z.ZodType<Value> => (loose ??= withUnknownKeys(schema, 'kept'));
  const check = (value: unknown): Value => stored().parse(value);
  const read = (row: Row): Value => {
    if (row['kind'] !== kind) throw new Error('a row of another kind');
    const stored = attribute === undefined ? withoutFields(row, (field) => frame.has(field)) : row[attribute];
    return check(steps.slice(shapeOf(row) - 1).reduce((value, step) => step(value), stored));
  };
  const shape = steps.length + 1;
  return {
    kind,
    shape,
    personal,
    schema: stored,
    parse: (row) => readRow(row, read),
    parseAll: (table, rows) => readable(table, rows, read),
    put: (place, value, when, beside = {}) => ({
      do: 'put',
      when,
      row: {
        ...(attribute === undefined ? value : { [attribute]: value }),
        ...beside,
        ...place,
        kind,
        shape,
      },
    }),
    without: (value, fields) => {
      const left: ReadonlySet<string> = new Set(fields);
      return check(withoutFields(value, (field) => left.has(field)));
    },
  };
};
