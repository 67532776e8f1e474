import { addressesIn } from './addresses-in.ts';
import { personName } from './person-name.ts';
import { sameMailbox } from './same-person.ts';
import { sameName, type Sameness, surest } from './same-name.ts';

/** Splits "Amara Example, my manager" and "Amara Example and Bo Li" into the names of which they may be made. */
const possibleNames = (text: string): readonly string[] => [
  text,
  ...[/[:;()[\]–—&/]|\s-\s|\sand\s/u, /[,:;()[\]–—&/]|\s-\s|\sand\s/u]
    .flatMap((separators) => text.split(separators))
    .map((part) => part.trim())
    .filter((part) => part.includes(' ')),
];

/** Whether a text holds the first name and a surname of a person among other words. */
const holdsName = (text: string, name: string): boolean => {
  const { words } = personName(text);
  const { firsts, surnames, rest } = personName(name);
  return rest.length > 0 && [firsts, surnames].every((parts) => parts.some((part) => words.includes(part)));
};

/**
 * Judges whether words that somebody wrote about one person ("Dr Amara Example, my manager") mean this person. Addresses
 * are compared whole. A name among other words counts if it stands by itself, between commas or brackets; otherwise it
 * is unclear.
 */
export const personInWords = (
  text: string,
  { name, email }: { readonly name: string; readonly email: string },
): Sameness => {
  const addresses = addressesIn(text);
  if (addresses.some((one) => sameMailbox(one, email))) return 'same';
  if (name.trim() === '' || (addresses.length > 0 && !text.trim().includes(' '))) return 'different';
  const judged = surest(possibleNames(text).map((one) => sameName(one, name)));
  return judged === 'different' && holdsName(text, name) ? 'unclear' : judged;
};
