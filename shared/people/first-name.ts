/** Words in front of a name, in lower case and without a full stop. */
const TITLES: ReadonlySet<string> = new Set([
  ...['dr', 'doctor', 'prof', 'professor', 'mr', 'mrs', 'ms', 'miss', 'mx'],
  ...['sir', 'dame', 'rev', 'revd', 'reverend'],
]);

const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace(/\.$/u, ''));

/** The part of a name that begins with the first name. Staff directories write "SMITH, Jane". */
const givenPart = (name: string): string => {
  const [before = '', after] = name.split(', ');
  const isSurname = !before.includes(' ') || before === before.toUpperCase();
  return after !== undefined && isSurname ? after : before;
};

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
  const untitled = given.slice(given.findIndex((word) => !isTitle(word)));
  const [first = ''] = untitled;
  const isInitial = /^\p{L}?\.?$/u.test(first);
  // "Dr Okafor": the only word after the title is the surname.
  const isSurname = untitled.length === 1 && given.length > 1 && !whole.includes(', ');
  return isTitle(first) || isInitial || isSurname ? whole : first;
};
