import * as z from 'zod';
import { decodeColumns, type ListColumn } from '../kernel/decode-columns.ts';
import { similarWords } from './similar-words.ts';
import { searchedWord, textFields } from './text-fields.ts';

/**
 * Finds rows of the directory by text.
 * @returns for each row a score (higher is better, 0 for a row that does not match); undefined if the text has no word
 *   to search for
 */
export type TextSearch = (text: string) => Float64Array | undefined;

/** Numbers of the formula BM25+: how much repeated words count, long texts cost, and a word counts at least. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

const listOf = ({ ends, numbers }: ListColumn, index: number) =>
  numbers.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);

const factsSchema = z.object({ rows: z.int().min(0) });

/**
 * Searches an index that `encodeTextIndex` stored. A result must match every word; prefixes, synonyms from the reference
 * lists, and one wrong letter in five are allowed.
 */
export const textSearchIn = (index: Uint8Array): TextSearch => {
  const table = decodeColumns(index);
  const { rows } = factsSchema.parse(table.facts);
  const vocabulary = table.text('words').all();
  const valuesOfWord = table.numbers('valuesOfWord');
  const fieldOfValue = table.number('fieldOfValue');
  const rowsOfValue = table.numbers('rowsOfValue');
  const fields = textFields.map(({ name, boost }) => {
    const lengths = table.number(`length ${name}`);
    let sum = 0;
    for (const length of lengths) sum += length;
    return { boost, lengths, average: sum / rows };
  });
  /** How often a word occurs in the current field of each row, and the rows in which it occurs. */
  const frequencies = new Uint16Array(rows);

  /** Adds the scores of one word of the vocabulary. Its texts are sorted by field. */
  const addScores = (scores: Float64Array, word: number, weight: number): void => {
    const values = listOf(valuesOfWord, word);
    let next = 0;
    while (next < values.length) {
      const number = fieldOfValue[values[next] ?? 0] ?? 0;
      const field = fields[number];
      if (field === undefined) return;
      const found: number[] = [];
      for (; next < values.length && fieldOfValue[values[next] ?? 0] === number; next += 1) {
        for (const row of listOf(rowsOfValue, values[next] ?? 0)) {
          const before = frequencies[row] ?? 0;
          if (before === 0) found.push(row);
          frequencies[row] = before + 1;
        }
      }
      const rarity = Math.log(1 + (rows - found.length + 0.5) / (found.length + 0.5));
      for (const row of found) {
        const frequency = frequencies[row] ?? 0;
        const length = (field.lengths[row] ?? 0) / field.average;
        const share = (frequency * (BM25.k + 1)) / (frequency + BM25.k * (1 - BM25.b + BM25.b * length));
        scores[row] = (scores[row] ?? 0) + weight * field.boost * rarity * (BM25.d + share);
        frequencies[row] = 0;
      }
    }
  };

  return (text) => {
    const words = text.split(/[\s\p{P}]+/u).flatMap((written) => searchedWord(written) ?? []);
    if (words.length === 0) return undefined;
    const total = new Float64Array(rows);
    words.forEach((word, place) => {
      const scores = new Float64Array(rows);
      for (const { index, weight } of similarWords(vocabulary, word)) addScores(scores, index, weight);
      for (let row = 0; row < rows; row += 1) {
        const score = scores[row] ?? 0;
        const before = total[row] ?? 0;
        total[row] = score === 0 || (place > 0 && before === 0) ? 0 : before + score;
      }
    });
    return total;
  };
};
