import { organisationMeant } from '../../../shared/systems/organisations/organisation-meant.ts';
import type { identifyOrganisation } from './identify-organisation.ts';
import { isUnknown } from './is-unknown.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { outcodesOf } from './outcodes-of.ts';
import { referencesTo } from './references-to.ts';

interface Deps extends Pick<
  OrganisationDeps,
  'organisations' | 'knownOrganisations' | 'practitioners' | 'requests' | 'matches'
> {
  readonly identify: ReturnType<typeof identifyOrganisation>;
}

/**
 * Gives their codes to the organisations of which the name and the outcodes leave no doubt: those of version 0.1.0, which
 * knew no codes, and those that were added to the system's list later. The others remain tasks for the team.
 */
export const identifyCertain =
  (deps: Deps) =>
  async (by: string): Promise<readonly object[]> => {
    const [all, index] = await Promise.all([deps.organisations.all(), deps.knownOrganisations()]);
    const unknown = all.filter(isUnknown);
    const ids = new Set(unknown.map(({ id }) => id));
    const found = await referencesTo(deps, ({ id }) => ids.has(id));
    const done: object[] = [];
    for (const { id, name } of unknown) {
      const meant = outcodesOf(found, id).map((outcode) => organisationMeant(index, name, outcode)?.code);
      const [code, ...others] = new Set(meant);
      if (code === undefined || others.length > 0) continue;
      const identified = await deps.identify({ id, by, as: code });
      done.push(identified.ok ? identified.value : { id, as: code, refusal: identified.refusal });
    }
    return done;
  };
