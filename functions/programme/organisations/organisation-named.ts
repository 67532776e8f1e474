import type { Instant } from '../../../shared/kernel/time.ts';
import { newOrganisation } from '../../../shared/people/new-organisation.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { knownOrganisationRef } from '../../../shared/systems/organisations/known-organisation-ref.ts';
import { findOrganisation } from '../../store/find-organisation.ts';
import type { OrganisationDeps } from './organisation-deps.ts';

type Deps = Pick<OrganisationDeps, 'organisations' | 'knownOrganisations'>;

/**
 * Finds the organisation that the team names: by its code in the system's list, or by its id. One of the list that nobody
 * has named before is made, with version 0. Follows merges.
 */
export const organisationNamed =
  ({ organisations, knownOrganisations }: Deps) =>
  async (named: string, now: Instant): Promise<Organisation | undefined> => {
    const index = await knownOrganisations();
    const known = index.find(named);
    if (known === undefined) return findOrganisation(organisations, named);
    const ref = knownOrganisationRef(index, known);
    return (await organisations.find(ref.id)) ?? newOrganisation(ref, known.place, now);
  };
