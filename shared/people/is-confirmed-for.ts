import type { OrganisationRef } from '../reference/vocabulary.ts';
import type { OrganisationPerson, OrganisationRole } from './organisation-person.ts';

/** The organisation itself, and its owner: who works for the one works for the other. */
export const isOfOrganisation = (
  { id, employer }: Pick<OrganisationRef, 'id' | 'employer'>,
  organisationId: string,
): boolean => organisationId === id || organisationId === employer?.id;

const folded = (address: string): string => address.normalize('NFC').trim().toLowerCase();

/** Whether two e-mail addresses are the same as a whole, in any case of letters. */
export const isSameAddress = (one: string, other: string): boolean => folded(one) === folded(other);

/** Whether the team has confirmed this person for an organisation or for its owner. */
export const isPersonOf = (
  organisation: Pick<OrganisationRef, 'id' | 'employer'>,
  { organisationId, state }: Pick<OrganisationPerson, 'organisationId' | 'state'>,
): boolean => state === 'confirmed' && isOfOrganisation(organisation, organisationId);

/**
 * Whether the team has confirmed a person for an organisation, or for its owner.
 * @param address e-mail address of the person
 * @param people the people named for the organisation and for its owner
 * @param roles roles that count; a lead may also vouch, so both by default
 */
export const isConfirmedFor = (
  organisation: Pick<OrganisationRef, 'id' | 'employer'>,
  address: string,
  people: readonly OrganisationPerson[],
  roles: readonly OrganisationRole[] = ['lead', 'voucher'],
): boolean =>
  people.some(
    (person) =>
      isPersonOf(organisation, person) && roles.includes(person.role) && isSameAddress(person.email, address),
  );
