/**
 * Text for one line of a mail: what could end a header or a line becomes a space, half characters become U+FFFD.
 * Everything else is carried as it was written.
 */
export const singleLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
