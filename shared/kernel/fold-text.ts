/** Letters that Unicode does not decompose into a base letter and a mark, with what people type for them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't' }),
  ...Object.entries({ æ: 'ae', œ: 'oe', ß: 'ss', ĳ: 'ij' }),
]);

/**
 * Writes a text in plain lower-case letters, for comparison and for addresses: without accents, and with letters of other
 * alphabets of Latin script as people type them. "Łukasz Wójcik" → "lukasz wojcik", "Bjørn Weiß" → "bjorn weiss".
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþħıŋŧæœßĳ]/gu, (letter) => LETTERS.get(letter) ?? letter);
