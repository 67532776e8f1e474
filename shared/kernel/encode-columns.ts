/** One column of a table: what it holds for each row, in the order of the rows. */
export type ColumnValues =
  /** A text that most rows share with none: a name or an id. */
  | { readonly kind: 'text'; readonly values: readonly string[] }
  /** A text that many rows share. Stored once, and by its number in each row. */
  | { readonly kind: 'one'; readonly values: readonly string[] }
  /** Several texts that many rows share, in their order. */
  | { readonly kind: 'many'; readonly values: readonly (readonly string[])[] }
  /** A whole number from 0 to 2³² − 1. */
  | { readonly kind: 'number'; readonly values: readonly number[] }
  /** Several such numbers. */
  | { readonly kind: 'numbers'; readonly values: readonly (readonly number[])[] };

export interface TableOfColumns {
  /** Facts about the whole table, as JSON. */
  readonly facts: unknown;
  readonly columns: Readonly<Record<string, ColumnValues>>;
}

/** Version of the format. A reader refuses every other one. */
export const COLUMNS_FORMAT = 1;

/** Number of bytes at a multiple of which each part begins, so that a typed array can be laid over it. */
export const ALIGNMENT = 4;

type Part = Uint8Array | Uint16Array | Uint32Array;

/** Stores numbers in the smallest typed array that holds them all. */
const compact = (values: readonly number[]): Part => {
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  if (largest < 0x100) return Uint8Array.from(values);
  return largest < 0x10000 ? Uint16Array.from(values) : Uint32Array.from(values);
};

/** Lays lists end to end. The first part has the position after each of them. */
const listParts = (lists: readonly (readonly number[])[]): readonly Part[] => {
  let end = 0;
  return [Uint32Array.from(lists, ({ length }) => (end += length)), compact(lists.flat())];
};

/** Lays texts end to end. `ends` has the position after each of them. */
const textParts = (texts: Iterable<string>): readonly Part[] => {
  const encoder = new TextEncoder();
  const ends: number[] = [];
  const pieces: Uint8Array[] = [];
  let end = 0;
  for (const text of texts) {
    const piece = encoder.encode(text);
    pieces.push(piece);
    end += piece.length;
    ends.push(end);
  }
  const bytes = new Uint8Array(end);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return [Uint32Array.from(ends), bytes];
};

/** Numbers texts in the order of their first appearance. */
const numbering = () => {
  const known = new Map<string, number>();
  return {
    known,
    numberOf: (text: string): number => {
      const before = known.get(text);
      if (before !== undefined) return before;
      known.set(text, known.size);
      return known.size - 1;
    },
  };
};

const partsOf = (column: ColumnValues): readonly Part[] => {
  if (column.kind === 'text') return textParts(column.values);
  if (column.kind === 'number') return [compact(column.values)];
  if (column.kind === 'numbers') return listParts(column.values);
  const { known, numberOf } = numbering();
  const parts =
    column.kind === 'one'
      ? [compact(column.values.map(numberOf))]
      : listParts(column.values.map((values) => values.map(numberOf)));
  return [...parts, ...textParts(known.keys())];
};

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/**
 * Stores a table column by column, so that a search reads only the columns it needs, and texts only of the rows it
 * shows. Numbers are little-endian, as on every processor that the service runs on.
 */
export const encodeColumns = ({ facts, columns }: TableOfColumns): Uint8Array<ArrayBuffer> => {
  const parts: Part[] = [];
  let length = 0;
  const described = Object.entries(columns).map(([name, column]) => {
    return {
      name,
      kind: column.kind,
      parts: partsOf(column).map((part) => {
        const at = length;
        parts.push(part);
        length += aligned(part.byteLength);
        return { at, length: part.length, bytes: part.BYTES_PER_ELEMENT };
      }),
    };
  });
  const header = new TextEncoder().encode(
    JSON.stringify({ format: COLUMNS_FORMAT, facts, columns: described }),
  );
  const start = ALIGNMENT + aligned(header.length);
  const bytes = new Uint8Array(start + length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, ALIGNMENT);
  let at = start;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += aligned(part.byteLength);
  }
  return bytes;
};
