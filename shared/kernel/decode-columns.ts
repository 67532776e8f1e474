import * as z from 'zod';
import { ALIGNMENT, COLUMNS_FORMAT } from './encode-columns.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Texts by number. A text is decoded when it is first asked for. */
export interface Texts {
  readonly length: number;
  readonly at: (index: number) => string;
  /** Decodes all texts, in less time than one by one. */
  readonly all: () => readonly string[];
}

/** A column with one shared text in each row: the text's number. */
export interface OneColumn {
  readonly numbers: Numbers;
  readonly texts: Texts;
}

/**
 * A column with several numbers in each row: those of row `n` are in `numbers` from `ends[n - 1]` (0 for the first row)
 * up to `ends[n]`, without the latter.
 */
export interface ListColumn {
  readonly ends: Numbers;
  readonly numbers: Numbers;
}

/** A column with several shared texts in each row. */
export interface ManyColumn extends ListColumn {
  readonly texts: Texts;
}

export interface ColumnTable {
  readonly facts: unknown;
  /** Whether the table has a column; one that an earlier version stored may lack it. */
  readonly has: (name: string) => boolean;
  /** Returns a column of one kind. @throws if the table has no such column */
  readonly text: (name: string) => Texts;
  readonly one: (name: string) => OneColumn;
  readonly many: (name: string) => ManyColumn;
  readonly number: (name: string) => Numbers;
  readonly numbers: (name: string) => ListColumn;
}

const partSchema = z.object({
  at: z.int().min(0),
  length: z.int().min(0),
  bytes: z.union([z.literal(1), z.literal(2), z.literal(4)]),
});

const headerSchema = z.object({
  format: z.literal(COLUMNS_FORMAT),
  facts: z.unknown(),
  columns: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['text', 'one', 'many', 'number', 'numbers']),
      parts: z.array(partSchema),
    }),
  ),
});

/** Copies bytes that do not begin where a typed array may begin. */
const alignedBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes);

const decoder = new TextDecoder();

const textsOf = (ends: Numbers, bytes: Uint8Array): Texts => {
  const known: string[] = [];
  const startOf = (index: number): number => (index === 0 ? 0 : (ends[index - 1] ?? 0));
  const at = (index: number): string =>
    (known[index] ??= decoder.decode(bytes.subarray(startOf(index), ends[index])));
  return {
    length: ends.length,
    at,
    all: () => {
      const whole = decoder.decode(bytes);
      // If each character is one byte, the positions of the bytes are those of the characters.
      const isAscii = whole.length === bytes.length;
      return Array.from(ends, (end, index) => (isAscii ? whole.slice(startOf(index), end) : at(index)));
    },
  };
};

/**
 * Reads a table that `encodeColumns` stored. Copies no column: they are laid over the bytes.
 * @throws if the bytes are not such a table, or a table of another format
 */
export const decodeColumns = (given: Uint8Array): ColumnTable => {
  const bytes = alignedBytes(given);
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { facts, columns } = headerSchema.parse(
    JSON.parse(decoder.decode(bytes.subarray(ALIGNMENT, ALIGNMENT + headerLength))),
  );
  const start = bytes.byteOffset + ALIGNMENT + Math.ceil(headerLength / ALIGNMENT) * ALIGNMENT;
  const byName = new Map(columns.map((column) => [column.name, column]));

  const numbersOf = ({ at, length, bytes: width }: z.infer<typeof partSchema>): Numbers => {
    if (width === 1) return new Uint8Array(bytes.buffer, start + at, length);
    return width === 2
      ? new Uint16Array(bytes.buffer, start + at, length)
      : new Uint32Array(bytes.buffer, start + at, length);
  };
  const partsOf = (name: string, kind: string) => {
    const column = byName.get(name);
    if (column?.kind !== kind) throw new Error(`the table has no column ${name} of kind ${kind}`);
    return (index: number): Numbers => {
      const part = column.parts[index];
      if (part === undefined) throw new Error(`the column ${name} is not whole`);
      return numbersOf(part);
    };
  };
  const bytesOf = (numbers: Numbers): Uint8Array =>
    new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

  return {
    facts,
    has: (name) => byName.has(name),
    text: (name) => {
      const part = partsOf(name, 'text');
      return textsOf(part(0), bytesOf(part(1)));
    },
    one: (name) => {
      const part = partsOf(name, 'one');
      return { numbers: part(0), texts: textsOf(part(1), bytesOf(part(2))) };
    },
    many: (name) => {
      const part = partsOf(name, 'many');
      return { ends: part(0), numbers: part(1), texts: textsOf(part(2), bytesOf(part(3))) };
    },
    number: (name) => partsOf(name, 'number')(0),
    numbers: (name) => {
      const part = partsOf(name, 'numbers');
      return { ends: part(0), numbers: part(1) };
    },
  };
};
