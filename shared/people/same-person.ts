import { mailboxOf } from '../kernel/mailbox.ts';
import type { RegulatorId } from '../reference/professions.ts';
import { canonicalNumber } from './canonical-number.ts';
import { sameName, type Sameness } from './same-name.ts';

/** What is known of a person. */
export interface Described {
  readonly name?: string | undefined;
  /** An e-mail address, whole. */
  readonly email?: string | undefined;
  readonly number?: { readonly regulator: RegulatorId; readonly number: string } | undefined;
}

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** Whether two addresses lead to one mailbox. Compares them whole: "joann@" is not "ann@". */
export const sameMailbox = (one: string | undefined, other: string | undefined): boolean =>
  isGiven(one) && isGiven(other) && mailboxOf(one) === mailboxOf(other);

const compareNumbers = ({ number: one }: Described, { number: other }: Described): Sameness => {
  if (one === undefined || other === undefined || one.regulator !== other.regulator) return 'unclear';
  const [a, b] = [one, other].map(({ regulator, number }) => canonicalNumber(regulator, number));
  return a === b ? 'same' : 'different';
};

/**
 * Judges whether two descriptions are of one person.
 *
 * - The same number in the same register is the same person, whatever the profession; so is the same mailbox.
 * - Two numbers of one register are two people, whatever their names.
 * - Otherwise names decide. Equal names are the same person if nothing else could differ; with two addresses, or with
 *   numbers of two registers, they are unclear, as are names that nearly fit.
 */
export const judgePeople = (one: Described, other: Described): Sameness => {
  const numbers = compareNumbers(one, other);
  if (numbers === 'same' || sameMailbox(one.email, other.email)) return 'same';
  if (numbers === 'different') return 'different';
  const names = isGiven(one.name) && isGiven(other.name) ? sameName(one.name, other.name) : 'different';
  const couldDiffer =
    (isGiven(one.email) && isGiven(other.email)) || (one.number !== undefined && other.number !== undefined);
  return names === 'same' && couldDiffer ? 'unclear' : names;
};
