import { ERASED } from './erase-practitioner.ts';
import type { Organisation } from '../people/organisation.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { means } from '../requests/same-person.ts';

/** Somebody whose name and address must not stand with others any more. */
export interface ErasedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const sameAddress = (one: string | undefined, { email }: ErasedPerson): boolean =>
  one !== undefined && folded(one) === folded(email);
const sameName = (one: string | undefined, { name }: ErasedPerson): boolean =>
  one !== undefined && folded(one) === folded(name);

const cut = (text: string, part: string): string => {
  const at = part === '' ? -1 : text.toLowerCase().indexOf(part.toLowerCase());
  return at < 0 ? text : cut(`${text.slice(0, at)}${ERASED}${text.slice(at + part.length)}`, part);
};

/**
 * What a learner wrote about several people keeps the others, whom it still has to keep apart; where the person is
 * still meant after their name and address are cut out, nothing of it stays.
 */
const whoWithout = (who: string, person: ErasedPerson): string => {
  const left = cut(cut(who, person.email), person.name);
  return means(left, person) ? ERASED : left;
};

/** A request that names somebody as a conflict or as prescribing lead → the same without; undefined when it does not. */
export const requestWithoutMention = (
  request: SupervisionRequest,
  person: ErasedPerson,
): SupervisionRequest | undefined => {
  const isLead = sameAddress(request.nmpLeadEmail, person);
  const named = request.conflicts.some(({ who }) => who !== ERASED && means(who, person));
  if (!isLead && !named) return undefined;
  const { nmpLeadName, nmpLeadEmail, ...rest } = request;
  return {
    ...rest,
    ...(isLead || nmpLeadName === undefined ? {} : { nmpLeadName }),
    ...(isLead || nmpLeadEmail === undefined ? {} : { nmpLeadEmail }),
    conflicts: request.conflicts.map((conflict) =>
      means(conflict.who, person) ? { ...conflict, who: whoWithout(conflict.who, person) } : conflict,
    ),
  };
};

/** A listing that names somebody as back-up, as approver or in a declared conflict → the same without. */
export const practitionerWithoutMention = (
  practitioner: Practitioner,
  person: ErasedPerson,
): Practitioner | undefined => {
  const { backUpName, backUpEmail, employerApprover, conflictsDeclared, ...rest } = practitioner;
  const isBackUp = sameAddress(backUpEmail, person) || sameName(backUpName, person);
  const isApprover = sameName(employerApprover, person) || sameAddress(employerApprover, person);
  const declared =
    conflictsDeclared !== undefined && means(conflictsDeclared, person)
      ? whoWithout(conflictsDeclared, person)
      : conflictsDeclared;
  if (!isBackUp && !isApprover && declared === conflictsDeclared) return undefined;
  return {
    ...rest,
    ...(isBackUp || backUpName === undefined ? {} : { backUpName }),
    ...(isBackUp || backUpEmail === undefined ? {} : { backUpEmail }),
    ...(isApprover || employerApprover === undefined ? {} : { employerApprover }),
    ...(declared === undefined ? {} : { conflictsDeclared: declared }),
  };
};

/** An organisation whose prescribing lead somebody is → the same without a lead. */
export const organisationWithoutMention = (
  organisation: Organisation,
  person: ErasedPerson,
): Organisation | undefined => {
  if (!sameAddress(organisation.leadEmail, person)) return undefined;
  const { leadName, leadEmail, ...rest } = organisation;
  return { ...rest, digests: false };
};
