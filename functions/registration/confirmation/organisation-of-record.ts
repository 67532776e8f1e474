import { codeOfOrganisation } from '../../../shared/people/code-of-organisation.ts';
import { newOrganisation } from '../../../shared/people/new-organisation.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { OrganisationRef } from '../../../shared/reference/vocabulary.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import { storedOrganisation } from '../../store/stored-organisation.ts';

interface Deps {
  readonly organisations: Pick<OrganisationRepository, 'find'>;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
}

/**
 * Finds the organisation that somebody named, or makes it, with version 0, if nobody has named it before. The place of
 * one in the system's list is that of its own record.
 * @param place place of the site, for an organisation that is in no list
 */
export const organisationOfRecord = async (
  { organisations, knownOrganisations }: Deps,
  named: OrganisationRef,
  place: string,
  now: Instant,
): Promise<Organisation> => {
  const stored = await storedOrganisation(organisations, named, place);
  if (stored !== undefined) return stored;
  const code = codeOfOrganisation(named);
  const record = code === undefined ? undefined : (await knownOrganisations()).find(code);
  return newOrganisation(named, record === undefined || record.place === '' ? place : record.place, now);
};
