import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from './request.ts';

const TITLES = new Set(['dr', 'mr', 'mrs', 'ms', 'miss', 'mx', 'prof', 'professor']);

/** An e-mail address as it is compared. */
export const address = (email: string): string => email.trim().toLowerCase();

/** "Dr. Zoë O’Neill-Example" → zoe, o, neill, example: what is left when spelling habits are taken away. */
const nameParts = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .filter((part) => part !== '' && !TITLES.has(part));

/**
 * Whether what a learner wrote about somebody ("Dr Amara Example, my manager") means this practitioner: their e-mail
 * address is in it, or every part of their name is. A name of one word must be all that was written. What a practitioner
 * declares themselves is filed under their id.
 */
export const means = (
  written: string,
  { id, name, email }: Pick<Practitioner, 'id' | 'name' | 'email'>,
): boolean => {
  if (written === id) return true;
  if (address(written).includes(address(email))) return true;
  const parts = nameParts(name);
  const words = nameParts(written);
  return parts.length > 1 ? parts.every((part) => words.includes(part)) : parts.join(' ') === words.join(' ');
};

/** Whether the practitioner made this request, or is the learner: same e-mail address or same registration. */
export const isSelf = (
  request: Pick<SupervisionRequest, 'email' | 'registrationNumber' | 'profession'>,
  practitioner: Pick<Practitioner, 'email' | 'registrationNumber' | 'profession'>,
): boolean =>
  address(request.email) === address(practitioner.email) ||
  (request.profession === practitioner.profession &&
    request.registrationNumber === practitioner.registrationNumber);
