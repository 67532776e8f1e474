import { encodeColumns } from '../kernel/encode-columns.ts';
import type { Listing } from './listing.ts';
import { searchedWord, textFields, wordsIn, isOpenEnded } from './text-fields.ts';

interface Value {
  readonly field: number;
  /** Rows that have this text, once for each time that they have it. */
  readonly rows: number[];
  readonly written: readonly string[];
}

/** Adds to the list of a key, which it makes on first use. */
const addTo = <Key>(lists: Map<Key, number[]>, key: Key, number: number): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
};

/**
 * Indexes the words of listings, so that a search reads an index instead of making one. Indexes each text once,
 * however many listings have it: a word leads to texts, and a text to the rows that have it.
 * @param listings in the order of the directory's rows
 * @param facts about the file, as JSON
 */
export const encodeTextIndex = (
  listings: readonly Listing[],
  facts: Readonly<Record<string, unknown>>,
): Uint8Array<ArrayBuffer> => {
  const values: Value[] = [];
  const valuesOfWord = new Map<string, number[]>();
  const lengths = textFields.map(({ of }, field) => {
    const known = new Map<string, Value>();
    const valueOf = (text: string): Value => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const value = { field, rows: [], written: wordsIn(text) };
      const number = values.push(value) - 1;
      known.set(text, value);
      for (const written of value.written) {
        const word = searchedWord(written);
        if (word !== undefined) addTo(valuesOfWord, word, number);
      }
      return value;
    };
    return listings.map((listing, row) => {
      const texts = of(listing);
      const distinct = new Set<string>();
      for (const value of texts.map(valueOf)) {
        value.rows.push(row);
        for (const written of value.written) distinct.add(written);
      }
      // A field that begins or ends with a mark counts as one word longer, as it does for MiniSearch.
      return distinct.size + Number(isOpenEnded(texts.join(' ')));
    });
  });
  const words = [...valuesOfWord.keys()].toSorted();
  return encodeColumns({
    facts: { ...facts, rows: listings.length },
    columns: {
      words: { kind: 'text', values: words },
      valuesOfWord: { kind: 'numbers', values: words.map((word) => valuesOfWord.get(word) ?? []) },
      fieldOfValue: { kind: 'number', values: values.map(({ field }) => field) },
      rowsOfValue: { kind: 'numbers', values: values.map(({ rows }) => rows) },
      ...Object.fromEntries(
        textFields.map(({ name }, field) => [
          `length ${name}`,
          { kind: 'number' as const, values: lengths[field] ?? [] },
        ]),
      ),
    },
  });
};
