import type { z } from 'zod';
import { withUnknownKeys } from '../../../shared/kernel/unknown-keys.ts';
import { readable, readRow } from './read-rows.ts';
import type { Change, Guard, Key, Row, Table } from './table.ts';
import { asExactHours, asWholeHours } from './whole-hours.ts';

/** The names of a value's fields; for a union, those of every variant. */
type FieldOf<Value> = Value extends unknown ? keyof Value & string : never;

/** Converts a stored value from one shape to the next. Must not change a value that already has the newer shape. */
type Step = (stored: unknown) => unknown;

export interface RowDescription<Value> {
  /** The row's `kind`, which streams filter on. */
  readonly kind: string;
  /** Schema of a value. Fields that the schema does not name are kept, at every depth. */
  readonly schema: z.ZodType<Value>;
  /** The attribute that holds the value. If omitted, each field of the value is an attribute of the row. */
  readonly attribute?: string;
  /**
   * The conversions from shape 1 to 2, from 2 to 3 and so on. A new step needs a test fixture of the shape that it
   * converts.
   */
  readonly steps?: readonly Step[];
  /**
   * Returns values for fields that earlier versions require and that this value leaves out, so that they can read the
   * row. Reading the row removes these fields again.
   */
  readonly padding?: (value: Value) => Readonly<Record<string, unknown>>;
  /**
   * Fields that contain personal data, or free text that may. An erasure clears these fields, and an export shows
   * them.
   */
  readonly personal: readonly FieldOf<Value>[];
}

/** A row's key, and its list and position in the index. */
type Place = Key & Pick<Row, 'listPk' | 'listSk'>;

export interface RowsOfKind<Value> {
  readonly kind: string;
  /** The version of the shape in which this code writes values; stored in the row as `shape`. */
  readonly shape: number;
  readonly personal: readonly FieldOf<Value>[];
  /** Returns the schema with which stored values are read. It keeps fields that it does not name, at every depth. */
  readonly schema: () => z.ZodType<Value>;
  /** Reads a stored row of any shape. @throws {UnreadableRow} */
  readonly parse: (row: Row) => Value;
  /** Parses the rows of a list. Passes unreadable rows to the table's `setAside` and returns the others. */
  readonly parseAll: (table: Pick<Table, 'setAside'>, rows: readonly Row[]) => readonly Value[];
  /**
   * Returns the change that stores a value.
   * @param beside the row's further attributes, derived from the value for streams, guards and expiry; never read
   *   back
   */
  readonly put: (
    place: Place,
    value: Value,
    when: Guard,
    beside?: Readonly<Record<string, unknown>>,
  ) => Change;
  /** Returns the value without some of its optional fields. */
  readonly without: (value: Value, fields: readonly FieldOf<Value>[]) => Value;
}

/**
 * Attributes that belong to the row. If the value has no attribute of its own, all other attributes of the row
 * are fields of the value.
 */
const frame: ReadonlySet<string> = new Set(['pk', 'sk', 'listPk', 'listSk', 'kind', 'shape']);

/** The key of a stored value that lists the fields which only earlier versions read. */
const PADDED = 'onlyForEarlierVersions';

const withoutFields = (value: object, isLeftOut: (field: string) => boolean): object =>
  Object.fromEntries(Object.entries(value).filter(([field]) => !isLeftOut(field)));

const withPadding = (value: object, padding: Readonly<Record<string, unknown>>): object => {
  const padded = Object.keys(padding).filter((field) => !(field in value));
  return padded.length === 0 ? value : { ...padding, ...value, [PADDED]: padded };
};

const withoutPadding = (stored: unknown): unknown => {
  if (typeof stored !== 'object' || stored === null || !(PADDED in stored)) return stored;
  const { [PADDED]: padded } = stored;
  return withoutFields(
    stored,
    (field) => field === PADDED || (Array.isArray(padded) && padded.includes(field)),
  );
};

/**
 * Returns the shape of a row. Rows written by version 0.1.0 have no attribute `shape`; they have the first shape.
 */
const shapeOf = ({ shape }: Row): number => (typeof shape === 'number' ? shape : 1);

/** Stores values of one kind as rows and reads them back. */
export const rowsOfKind = <Value extends object>({
  kind,
  schema,
  attribute,
  steps = [],
  padding,
  personal,
}: RowDescription<Value>): RowsOfKind<Value> => {
  let loose: z.ZodType<Value> | undefined;
  // Builds the schema on first use, because most functions read only a few of the kinds that they import.
  const stored = (): z.ZodType<Value> => (loose ??= withUnknownKeys(schema, 'kept'));
  const check = (value: unknown): Value => stored().parse(value);
  const read = (row: Row): Value => {
    if (row['kind'] !== kind) throw new Error('a row of another kind');
    const stored = attribute === undefined ? withoutFields(row, (field) => frame.has(field)) : row[attribute];
    return check(
      asExactHours(
        steps.slice(shapeOf(row) - 1).reduce((value, step) => step(value), withoutPadding(stored)),
      ),
    );
  };
  const shape = steps.length + 1;
  return {
    kind,
    shape,
    personal,
    schema: stored,
    parse: (row) => readRow(row, read),
    parseAll: (table, rows) => readable(table, rows, read),
    put: (place, value, when, beside = {}) => {
      const padded = padding === undefined ? value : withPadding(value, padding(value));
      return {
        do: 'put',
        when,
        row: {
          ...(attribute === undefined ? padded : { [attribute]: asWholeHours(padded) }),
          ...beside,
          ...place,
          kind,
          shape,
        },
      };
    },
    without: (value, fields) => {
      const left: ReadonlySet<string> = new Set(fields);
      return check(withoutFields(value, (field) => left.has(field)));
    },
  };
};
