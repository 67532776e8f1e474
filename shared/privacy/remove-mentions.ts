import { ERASED } from '../kernel/erased.ts';
import type { Organisation } from '../people/organisation.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { DeclaredConflict } from '../requests/declared-conflict.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { isExactly } from './person-in-text.ts';

/** A person who is being erased, whose name and address others may have written down. */
export interface ErasedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const isThem = (text: string | undefined, person: ErasedPerson): boolean =>
  text !== undefined && text !== ERASED && isExactly(text, person);

const withoutThem = (conflict: DeclaredConflict, person: ErasedPerson): DeclaredConflict => {
  const { practitionerId, name, address } = conflict;
  if (practitionerId !== person.id && ![name, address].some((text) => isThem(text, person))) return conflict;
  const { kind, decision } = conflict;
  return { kind, name: ERASED, decision };
};

/**
 * Removes a person whom a request names as prescribing lead, as designated supervisor or in a conflict.
 * @returns undefined when the request does not name the person; only a text that is exactly the name or
 * address counts
 */
export const requestWithoutMention = (
  request: SupervisionRequest,
  person: ErasedPerson,
): SupervisionRequest | undefined => {
  const isLead = isThem(request.nmpLeadEmail, person);
  const isSupervisor = isThem(request.designatedSupervisorEmail, person);
  const conflicts = request.conflicts.map((conflict) => withoutThem(conflict, person));
  if (!isLead && !isSupervisor && conflicts.every((conflict, index) => conflict === request.conflicts[index]))
    return undefined;
  const { nmpLeadName, nmpLeadEmail, designatedSupervisorName, designatedSupervisorEmail, ...rest } = request;
  return {
    ...rest,
    ...(isLead || nmpLeadName === undefined ? {} : { nmpLeadName }),
    ...(isLead || nmpLeadEmail === undefined ? {} : { nmpLeadEmail }),
    ...(isSupervisor || designatedSupervisorName === undefined ? {} : { designatedSupervisorName }),
    ...(isSupervisor || designatedSupervisorEmail === undefined ? {} : { designatedSupervisorEmail }),
    conflicts,
  };
};

/**
 * Removes a person whom a listing names as back-up, as approver or in a declared conflict.
 * @returns undefined when the listing does not name the person; only a text that is exactly the name or
 * address counts
 */
export const practitionerWithoutMention = (
  practitioner: Practitioner,
  person: ErasedPerson,
): Practitioner | undefined => {
  const { backUpName, backUpEmail, employerApprover, employerApproverEmail, conflictsDeclared, ...rest } =
    practitioner;
  const isBackUp = isThem(backUpEmail, person) || isThem(backUpName, person);
  const isApprover = isThem(employerApproverEmail, person) || isThem(employerApprover, person);
  const isDeclared = isThem(conflictsDeclared, person);
  if (!isBackUp && !isApprover && !isDeclared) return undefined;
  const declared = isDeclared ? ERASED : conflictsDeclared;
  return {
    ...rest,
    ...(isBackUp || backUpName === undefined ? {} : { backUpName }),
    ...(isBackUp || backUpEmail === undefined ? {} : { backUpEmail }),
    ...(isApprover || employerApprover === undefined ? {} : { employerApprover }),
    ...(isApprover || employerApproverEmail === undefined ? {} : { employerApproverEmail }),
    ...(declared === undefined ? {} : { conflictsDeclared: declared }),
  };
};

/**
 * Removes the prescribing lead from an organisation; undefined when the person is not the lead of that
 * organisation.
 */
export const organisationWithoutMention = (
  organisation: Organisation,
  person: ErasedPerson,
): Organisation | undefined => {
  if (!isThem(organisation.leadEmail, person)) return undefined;
  const { leadName, leadEmail, ...rest } = organisation;
  return { ...rest, digests: false };
};
