const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Words that people write behind a number, which the question has named already. */
const UNIT = / ?(?:\+|%|hours?|hrs?|years?|yrs?|minutes?|mins?|places?|learners?|people|per week|a week)$/u;

/** Separators of thousands: "1,000" or "1 000". */
const THOUSANDS = /(?<=\d)[, ](?=\d{3}(?!\d))/gu;

/**
 * Reads a number as it was meant: in digits or in words up to twelve, with separators of thousands, a decimal comma, or the
 * unit behind it: "45 minutes", "10+", "two".
 * @returns undefined if the text is no number, or more than one
 */
export const readNumber = (written: string): number | undefined => {
  const text = written.normalize('NFKC').trim().toLowerCase().replace(UNIT, '').replace(THOUSANDS, '');
  const word = WORDS.indexOf(text);
  if (word >= 0) return word;
  return /^[-−]?\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace('−', '-').replace(',', '.')) : undefined;
};
