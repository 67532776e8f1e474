/**
 * Text for one line of a mail: what could end a header or a line becomes a space, half characters become U+FFFD.
 * Everything else is carried as it was written.
 */
export const singleLine = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
