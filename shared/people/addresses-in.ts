/**
 * Matches the addresses in a text. A full stop or an apostrophe before an address is left out. A full stop
 * after an address is included, and removed below.
 */
const ADDRESS = /[\p{L}\p{N}!#$%&*+/=?^_`{|}~-]+(?:['.][\p{L}\p{N}!#$%&*+/=?^_`{|}~-]+)*@[\p{L}\p{N}.-]+/gu;

/** Finds the e-mail addresses in a text, each as a whole and in lower case. */
export const addressesIn = (text: string): readonly string[] =>
  (text.normalize('NFKC').trim().toLowerCase().match(ADDRESS) ?? []).map((found) =>
    found.replace(/[.-]+$/u, ''),
  );
