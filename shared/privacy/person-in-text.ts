import { foldText } from '../kernel/fold-text.ts';
import { addressesIn } from '../people/addresses-in.ts';
import { isTitle } from '../people/person-name.ts';

/** A person whose name or address is looked for in texts. */
interface Person {
  readonly name: string;
  readonly email: string;
}

/** Normalises an e-mail address for comparison. */
const address = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/**
 * Splits a name into parts for comparison, without titles, accents, case and punctuation: "Dr. Zoë
 * O’Neill-Example" → zoe, o, neill, example.
 */
export const nameParts = (name: string): readonly string[] =>
  foldText(name)
    .split(/[^\p{L}\p{N}]/u)
    .filter((part) => part !== '' && !isTitle(part));

/** Whether a text contains this address as a whole: "joann@x.example" does not contain "ann@x.example". */
const holdsAddress = (text: string, email: string): boolean => addressesIn(text).includes(address(email));

const sameParts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && one.join(' ') === other.join(' ');

/** Whether a text is this name and nothing else: with or without a title, or with the surname first ("Quill, Zoe"). */
const isName = (text: string, name: string): boolean => {
  const parts = nameParts(name);
  const [surname = '', ...others] = text.split(',');
  return sameParts(nameParts(text), parts) || sameParts([...others, surname].flatMap(nameParts), parts);
};

/** Whether a text is the person's name or address, and nothing else. */
export const isExactly = (text: string, { name, email }: Person): boolean =>
  (address(email) !== '' && address(text) === address(email)) || isName(text, name);

/** Whether a text contains the person's address, or every part of their name as a word. */
export const holds = (text: string, { name, email }: Person): boolean => {
  const parts = nameParts(name);
  const words = nameParts(text);
  return holdsAddress(text, email) || (parts.length > 0 && parts.every((part) => words.includes(part)));
};
