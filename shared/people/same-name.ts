import { type PersonName, personName } from './person-name.ts';

/** Whether two descriptions are of one person. `unclear`: a person has to decide. */
export type Sameness = 'same' | 'unclear' | 'different';

const meet = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => other.includes(word));

/** Whether a word is the initials of a name: "j" or "ja" of Jane Anne. */
const isInitials = (word: string, { firsts, rest }: PersonName): boolean =>
  word.length <= 2 &&
  [firsts[0] ?? '', ...rest]
    .map((part) => part.charAt(0))
    .join('')
    .startsWith(word);

const middleNames = ({ rest, surnames }: PersonName): readonly string[] =>
  rest.filter((word) => !surnames.includes(word));

const firstsFit = (one: PersonName, other: PersonName): boolean =>
  meet(one.firsts, other.firsts) ||
  isInitials(one.firsts[0] ?? '', other) ||
  isInitials(other.firsts[0] ?? '', one) ||
  meet(one.firsts, middleNames(other)) ||
  meet(other.firsts, middleNames(one));

const surnamesFit = (one: PersonName, other: PersonName): boolean =>
  meet(one.surnames, [...other.rest, ...other.surnames]) ||
  meet(other.surnames, [...one.rest, ...one.surnames]);

const isPartOf = ({ words }: PersonName, whole: PersonName): boolean =>
  words.every((word) => whole.words.includes(word));

const areSwapped = (one: PersonName, other: PersonName): boolean =>
  meet(one.firsts, other.surnames) && meet(other.firsts, one.surnames);

/**
 * Compares two names as people write them: without titles, case, accents, punctuation, and in either order ("SMITH,
 * Jane"). The same words are the same person. It is unclear where first name and surname fit but something differs: an
 * initial, a middle name, letters after the name, a name before or after marriage, or only one part of a name.
 */
export const sameName = (written: string, other: string): Sameness => {
  const [one, two] = [personName(written), personName(other)];
  if (one.words.length === 0 || two.words.length === 0) return 'different';
  if (one.words.join(' ') === two.words.join(' ')) return 'same';
  if (one.words.join('') === two.words.join('')) return 'unclear';
  if (one.words.length === 1 || two.words.length === 1)
    return meet([...one.words, ...one.surnames], [...two.words, ...two.surnames]) ? 'unclear' : 'different';
  if (isPartOf(one, two) || isPartOf(two, one)) return 'unclear';
  return (firstsFit(one, two) && surnamesFit(one, two)) || areSwapped(one, two) ? 'unclear' : 'different';
};

const SAMENESS = ['different', 'unclear', 'same'] as const satisfies readonly Sameness[];

/** Returns the more certain of some answers; `different` if there is none. */
export const surest = (answers: readonly Sameness[]): Sameness =>
  SAMENESS.findLast((one) => answers.includes(one)) ?? 'different';
