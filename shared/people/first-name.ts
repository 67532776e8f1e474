import { isParticle, isTitle } from './person-name.ts';

/** The part of a name that begins with the first name. Staff directories write "SMITH, Jane". */
const givenPart = (name: string): string => {
  const [before = '', after] = name.split(', ');
  const surname = before.split(' ').filter((word) => !isParticle(word));
  const isSurname = surname.length < 2 || before === before.toUpperCase();
  return after !== undefined && isSurname ? after : before;
};

/** Whether a word is a surname in capitals before a first name that is not: "SMITH Jane". */
const isSurnameFirst = ([first = '', second = '']: readonly string[]): boolean =>
  /^\p{Lu}[\p{Lu}'’-]+$/u.test(first) && /^\p{Lu}\p{Ll}+/u.test(second);

/** Writes a first name that is all in capitals as names are written: "JANE-ANNE" → "Jane-Anne". */
const inMixedCase = (word: string): string =>
  word.length > 2 && word === word.toUpperCase()
    ? word.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    : word;

/**
 * The first name of a person, for greetings and for pages that must not show a whole name.
 * @param name as the person wrote it, with or without titles: "Dr Amara Okafor", "SMITH, Jane (SHORE TRUST)"
 * @returns the first name; if that is uncertain ("Dr Okafor", "J Smith"), the whole name without what is in
 *   brackets
 */
export const firstNameOf = (name: string): string => {
  const whole =
    name
      .replaceAll(/\([^)]*\)/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim() || name.trim();
  const given = givenPart(whole).split(' ');
  const named = given.slice(given.findIndex((word) => !isTitle(word)));
  const untitled = isSurnameFirst(named) ? named.slice(1) : named;
  const [first = ''] = untitled;
  const isInitial = /^\p{L}?\.?$/u.test(first);
  // "Dr Okafor": the only word after the title is the surname.
  const isSurname = named.length === 1 && given.length > 1 && !whole.includes(', ');
  return isTitle(first) || isInitial || isSurname || !/\p{L}/u.test(first) ? whole : inMixedCase(first);
};
