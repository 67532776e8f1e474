import type { Day } from './time.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/iu;
const NAME = /^[a-z]{3,9}$/iu;

/** Reads a month: its number, its name, or the first three letters or more of its name. */
const monthIn = (written: string): number => {
  if (/^\d{1,2}$/u.test(written)) return Number(written);
  return NAME.test(written) ? MONTHS.findIndex((name) => name.startsWith(written.toLowerCase())) + 1 : 0;
};

/** Reads a day of the month: "1", "01" or "1st". */
const dayIn = (written: string): number => Number(/^(\d{1,2})(?:st|nd|rd|th)?$/iu.exec(written)?.[1] ?? 0);

/** Reads a year of this century, in two or four digits. */
const yearIn = (written: string): number =>
  /^\d{2}(?:\d{2})?$/u.test(written) ? Number(written.padStart(4, '20')) : 0;

const twoDigits = (count: number): string => String(count).padStart(2, '0');

const partsOf = (written: string): readonly string[] =>
  written
    .normalize('NFKC')
    .split(/[\s\p{Pd}/.,'’]+/u)
    .filter((part) => part !== '' && part.toLowerCase() !== 'of' && !WEEKDAY.test(part));

/**
 * Reads a day as people in Britain write it: "1 9 2027", "1/9/27", "01.09.2027", "1st September 2027", "Wed 1 Sept 27",
 * "September 1, 2027" or "2027-09-01". Does not look whether the month has that day.
 * @returns undefined if the text is no day, or leaves open which of its numbers is the month
 */
export const readDay = (written: string): Day | undefined => {
  const [first = '', second = '', third = '', ...more] = partsOf(written);
  if (more.length > 0) return undefined;
  const [day, month, year] = /^\d{4}$/u.test(first)
    ? [third, second, first]
    : NAME.test(first)
      ? [second, first, third]
      : [first, second, third];
  const [numberOfDay, numberOfMonth, numberOfYear] = [dayIn(day), monthIn(month), yearIn(year)];
  return [numberOfDay, numberOfMonth, numberOfYear].includes(0)
    ? undefined
    : `${String(numberOfYear)}-${twoDigits(numberOfMonth)}-${twoDigits(numberOfDay)}`;
};

/**
 * Reads a month of a year: "September 2027", "9/2027" or "2027-09".
 * @returns the month as YYYY-MM; undefined if the text is anything else
 */
export const readMonth = (written: string): string | undefined => {
  const [first = '', second = '', ...more] = partsOf(written);
  if (more.length > 0) return undefined;
  const [month, year] = /^\d{4}$/u.test(first) ? [second, first] : [first, second];
  const number = monthIn(month);
  return number < 1 || number > 12 || !/^\d{4}$/u.test(year) ? undefined : `${year}-${twoDigits(number)}`;
};

/** Whether a text is a day of a month without its year: "1 September" or "1/9". */
export const lacksYear = (written: string): boolean => {
  const [first = '', second = '', ...more] = partsOf(written);
  if (more.length > 0) return false;
  const [day, month] = NAME.test(first) ? [second, first] : [first, second];
  return dayIn(day) > 0 && monthIn(month) > 0 && monthIn(month) <= 12;
};
