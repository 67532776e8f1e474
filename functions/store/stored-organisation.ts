import { codeOfOrganisation } from '../../shared/people/code-of-organisation.ts';
import { organisationIdOf, type Organisation } from '../../shared/people/organisation.ts';
import type { OrganisationRef } from '../../shared/reference/vocabulary.ts';
import { findOrganisation } from './find-organisation.ts';
import type { OrganisationRepository } from './repositories/organisation-repository.ts';

/**
 * Finds the stored organisation that a reference means: by its id or, for one that is in no list, by the id from its
 * name alone, which version 0.1.0 gave, if that one is in the same place.
 */
export const storedOrganisation = async (
  organisations: Pick<OrganisationRepository, 'find'>,
  reference: OrganisationRef,
  place: string,
): Promise<Organisation | undefined> => {
  const stored = await findOrganisation(organisations, reference.id);
  if (stored !== undefined || codeOfOrganisation(reference) !== undefined) return stored;
  const former = await findOrganisation(organisations, organisationIdOf(reference.name));
  return former?.place === place ? former : undefined;
};
