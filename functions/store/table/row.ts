import type { z } from 'zod';
import { readable, readRow } from './read-rows.ts';
import type { Change, Guard, Key, Row, Table } from './table.ts';

interface Versioned {
  readonly version: number;
}

interface Filing<Noun> {
  /** The row's `kind`: what streams filter on. */
  readonly kind: string;
  readonly schema: z.ZodType<Noun>;
  readonly key: (noun: Noun) => Key;
  /** The list of the index that the noun stands in now, and where; undefined when in none. */
  readonly list: (noun: Noun) => { readonly pk: string; readonly sk: string } | undefined;
  /** Attributes beside the noun's own that streams filter on. */
  readonly marks?: (noun: Noun) => Readonly<Record<string, boolean>>;
}

interface Rows<Noun> {
  /** Parses a stored row; a row that does not parse is a surprise and thrown (`UnreadableRow`). */
  readonly parse: (row: Row) => Noun;
  /** Parses a list's rows; one that does not parse is set aside, so that the others are served. */
  readonly parseAll: (table: Pick<Table, 'setAside'>, rows: readonly Row[]) => readonly Noun[];
  /**
   * The change that stores `noun` in place of the version that was read (version 0: not stored yet).
   * @param states where given, the states in which the stored row must be: the sources of the move
   */
  readonly save: (noun: Noun, states?: readonly string[]) => Change;
}

/** How one noun is turned into rows and back. */
export const rowsOf = <Noun extends Versioned>(filing: Filing<Noun>): Rows<Noun> => ({
  parse: (row) => readRow(row, (stored) => filing.schema.parse(stored['noun'])),
  parseAll: (table, rows) => readable(table, rows, (stored) => filing.schema.parse(stored['noun'])),
  save: (noun, states) => {
    const stored = { ...noun, version: noun.version + 1 };
    const list = filing.list(stored);
    const when: Guard =
      noun.version === 0
        ? { is: 'absent' }
        : { is: 'at', version: noun.version, ...(states === undefined ? {} : { states }) };
    return {
      do: 'put',
      when,
      row: {
        ...filing.key(stored),
        kind: filing.kind,
        version: stored.version,
        ...('state' in stored && typeof stored.state === 'string' ? { state: stored.state } : {}),
        ...(list === undefined ? {} : { listPk: list.pk, listSk: list.sk }),
        ...filing.marks?.(stored),
        noun: stored,
      },
    };
  },
});
