import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeColumns, type ListColumn } from '../../../shared/kernel/decode-columns.ts';
import { encodeColumns } from '../../../shared/kernel/encode-columns.ts';

const rowsOf = ({ ends, numbers }: ListColumn) =>
  Array.from(ends, (end, row) => [...numbers.subarray(row === 0 ? 0 : ends[row - 1], end)]);

const wellFormed = fc.string({ unit: 'grapheme' }).map((text) => text.toWellFormed());

describe('a table stored as columns', () => {
  it('gives back every value of every kind of column', () => {
    fc.assert(
      fc.property(
        fc.array(wellFormed),
        fc.array(fc.array(wellFormed)),
        fc.array(fc.nat({ max: 2 ** 32 - 1 })),
        fc.array(fc.array(fc.constantFrom(0, 255, 256, 65_535, 65_536))),
        (texts, lists, numbers, lists2) => {
          const table = decodeColumns(
            encodeColumns({
              facts: { note: texts },
              columns: {
                text: { kind: 'text', values: texts },
                one: { kind: 'one', values: texts },
                many: { kind: 'many', values: lists },
                number: { kind: 'number', values: numbers },
                numbers: { kind: 'numbers', values: lists2 },
              },
            }),
          );
          expect(table.facts).toEqual({ note: texts });
          expect(texts.map((_, row) => table.text('text').at(row))).toEqual(texts);
          expect(table.text('text').all()).toEqual(texts);
          const one = table.one('one');
          expect(Array.from(one.numbers, (number) => one.texts.at(number))).toEqual(texts);
          const many = table.many('many');
          expect(rowsOf(many).map((row) => row.map((number) => many.texts.at(number)))).toEqual(lists);
          expect([...table.number('number')]).toEqual(numbers);
          expect(rowsOf(table.numbers('numbers'))).toEqual(lists2);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads bytes that begin anywhere in a larger buffer', () => {
    const bytes = encodeColumns({ facts: {}, columns: { n: { kind: 'number', values: [1, 70_000] } } });
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect([...decodeColumns(larger.subarray(3)).number('n')]).toEqual([1, 70_000]);
  });

  it('refuses a column of another kind, a missing one and another format', () => {
    const bytes = encodeColumns({ facts: {}, columns: { n: { kind: 'number', values: [1] } } });
    expect(() => decodeColumns(bytes).text('n')).toThrow('no column n of kind text');
    expect(() => decodeColumns(bytes).number('m')).toThrow('no column m');
    const text = new TextDecoder('latin1').decode(bytes).replace('"format":1', '"format":2');
    expect(() => decodeColumns(Uint8Array.from(text, (char) => char.charCodeAt(0)))).toThrow();
  });
});
