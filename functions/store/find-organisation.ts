import type { Organisation } from '../../shared/people/organisation.ts';
import type { OrganisationRepository } from './repositories/organisation-repository.ts';

/** Number of merges to follow, one after another. */
const MERGES = 5;

type Organisations = Pick<OrganisationRepository, 'find'>;

/** Finds an organisation by id, or the one that the team merged it into. */
export const findOrganisation = async (
  organisations: Organisations,
  id: string,
): Promise<Organisation | undefined> => {
  let found = await organisations.find(id);
  for (let merges = 0; merges < MERGES && found?.mergedInto !== undefined; merges += 1)
    found = await organisations.find(found.mergedInto);
  return found;
};
