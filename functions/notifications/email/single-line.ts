/**
 * Makes text safe for one line of an e-mail: control characters and line breaks become a space, unpaired
 * surrogates become U+FFFD. All else is unchanged.
 */
export const singleLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
