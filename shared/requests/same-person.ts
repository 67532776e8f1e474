import type { Practitioner } from '../people/practitioner.ts';
import type { DeclaredConflict } from './declared-conflict.ts';
import type { SupervisionRequest } from './request.ts';

const TITLES = new Set(['dr', 'mr', 'mrs', 'ms', 'miss', 'mx', 'prof', 'professor']);

/** A person whose name or address is looked for in texts. */
interface Person {
  readonly name: string;
  readonly email: string;
}

/** Normalises an e-mail address for comparison. */
export const address = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/**
 * Splits a name into parts for comparison, without titles, accents, case and punctuation: "Dr. Zoë
 * O’Neill-Example" → zoe, o, neill, example.
 */
const nameParts = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .filter((part) => part !== '' && !TITLES.has(part));

/**
 * Matches the addresses in a text. A full stop or an apostrophe before an address is left out. A full stop
 * after an address is included, and the caller removes it.
 */
const ADDRESS = /[\p{L}\p{N}!#$%&*+/=?^_`{|}~-]+(?:['.][\p{L}\p{N}!#$%&*+/=?^_`{|}~-]+)*@[\p{L}\p{N}.-]+/gu;

/** Whether a text contains this address as a whole: "joann@x.example" does not contain "ann@x.example". */
const holdsAddress = (text: string, email: string): boolean => {
  const wanted = address(email);
  return (address(text).match(ADDRESS) ?? []).some((found) => found.replace(/[.-]+$/u, '') === wanted);
};

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

/**
 * Whether a text that a learner wrote about somebody ("Dr Amara Example, my manager") refers to this
 * practitioner. The text must be the practitioner's id, or contain their address or every part of their name.
 * A name of one word must be the whole text, because such a word may occur by chance.
 */
export const means = (
  written: string,
  { id, name, email }: Pick<Practitioner, 'id' | 'name' | 'email'>,
): boolean => {
  if (written === id || holdsAddress(written, email)) return true;
  return nameParts(name).length > 1 ? holds(written, { name, email }) : isName(written, name);
};

/** Whether a declared conflict is with this practitioner. */
export const isWith = (
  { practitionerId, name, address: written }: DeclaredConflict,
  practitioner: Pick<Practitioner, 'id' | 'name' | 'email'>,
): boolean =>
  practitionerId === practitioner.id ||
  [name, written].some((text) => text !== undefined && means(text, practitioner));

/** Whether practitioner and requester are one person: same e-mail address, or same profession and registration number. */
export const isSelf = (
  request: Pick<SupervisionRequest, 'email' | 'registrationNumber' | 'profession'>,
  practitioner: Pick<Practitioner, 'email' | 'registrationNumber' | 'profession'>,
): boolean =>
  address(request.email) === address(practitioner.email) ||
  (request.profession === practitioner.profession &&
    request.registrationNumber === practitioner.registrationNumber);
