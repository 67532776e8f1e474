import { organisationIdOf } from './organisation.ts';
import type { OrganisationRef } from '../reference/vocabulary.ts';

/**
 * Resolves an employer's name to its id and, for known employers, its usual spelling.
 * @param known names of the known employers
 */
export const namedOrganisation = (written: string, known: readonly string[]): OrganisationRef => {
  const id = organisationIdOf(written);
  return { id, name: known.find((name) => organisationIdOf(name) === id) ?? written };
};
