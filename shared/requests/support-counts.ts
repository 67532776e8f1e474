import { mailboxOf } from '../kernel/mailbox.ts';
import { sameName } from '../people/same-name.ts';
import type { SupervisionRequest } from './request.ts';

/** Reasons why the answer of a named lead does not open a request, in words for the programme team. */
export const notCountedInWords = {
  'own-mailbox': 'It came from the requester’s own mailbox.',
  'own-name': 'The lead has the name of the learner or the requester.',
  'address-of-the-learner': 'The lead’s address spells the name of the learner or the requester.',
  'address-not-known':
    'The lead is not confirmed for this employer, and the address is neither at an NHS domain nor at a confirmed one.',
  'another-request-is-open': 'Another request for this learner is open.',
  'too-many-of-employer':
    'It is for more learners without a number than the employer may have at once. Only its confirmed lead can say that there are more.',
} as const;
export type NotCounted = keyof typeof notCountedInWords;

/** Narrows a stored reason to one that has words. */
export const isNotCounted = (reason: string): reason is NotCounted =>
  Object.hasOwn(notCountedInWords, reason);

/** The person who answers, and what is known about their address. */
interface Supporter {
  readonly name: string;
  readonly email: string;
  /** Whether the team has confirmed them as lead or voucher of the learner's employer, or of its owner. */
  readonly isConfirmed: boolean;
  /** Whether their address is at an NHS domain or a confirmed one. */
  readonly hasWorkAddress: boolean;
}

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** Whether two names may be one person's. */
const mayBeOneName = (one: string, other: string): boolean => sameName(one, other) !== 'different';

/** Whether the part of an address before the `@` spells a name: "lee.learner7", "llearner", "learner-lee". */
const spells = (address: string, name: string): boolean => {
  const local = letters(mailboxOf(address).split('@')[0] ?? '');
  const parts = name
    .split(/[\s,]+/u)
    .map(letters)
    .filter((part) => part !== '');
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length < 2) return local === letters(name);
  return [first + last, last + first, first.charAt(0) + last, last + first.charAt(0)].includes(local);
};

/**
 * Says why a lead's answer does not count; undefined if it does. It counts from somebody else than the learner and the
 * requester, whom the team has confirmed for the employer or whose address is at an NHS domain or a confirmed one. A
 * second address of the learner never counts, nor does one that may be theirs.
 */
export const whyNotCounted = (
  { email, requesterName, learnerName }: Pick<SupervisionRequest, 'email' | 'requesterName' | 'learnerName'>,
  supporter: Supporter,
): NotCounted | undefined => {
  const own = [requesterName, ...(learnerName === undefined ? [] : [learnerName])];
  if (mailboxOf(supporter.email) === mailboxOf(email)) return 'own-mailbox';
  if (own.some((name) => mayBeOneName(name, supporter.name))) return 'own-name';
  if (own.some((name) => spells(supporter.email, name))) return 'address-of-the-learner';
  return supporter.isConfirmed || supporter.hasWorkAddress ? undefined : 'address-not-known';
};
