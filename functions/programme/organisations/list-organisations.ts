import { suggestOrganisations } from '../../../shared/systems/organisations/suggest-organisations.ts';
import { isUnknown } from './is-unknown.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { outcodesOf } from './outcodes-of.ts';
import { referencesTo } from './references-to.ts';

type Deps = Pick<
  OrganisationDeps,
  'organisations' | 'knownOrganisations' | 'practitioners' | 'requests' | 'matches'
>;

/** Number of organisations of the list to suggest for each. */
const SUGGESTED = 3;

/**
 * Lists the organisations that people typed and that are in no list, so that the team gives each a code or merges it
 * with another. The list says who uses each, and which organisations of the system's list it may be.
 */
export const listOrganisations = (deps: Deps) => async (): Promise<readonly object[]> => {
  const [all, index] = await Promise.all([deps.organisations.all(), deps.knownOrganisations()]);
  const unknown = all.filter(isUnknown);
  const ids = new Set(unknown.map(({ id }) => id));
  const found = await referencesTo(deps, ({ id }) => ids.has(id));
  return unknown.map(({ id, name, place }) => {
    const outcodes = outcodesOf(found, id);
    const near = outcodes[0];
    const { suggestions } = suggestOrganisations(index, name, {
      most: SUGGESTED,
      ...(near === undefined ? {} : { near }),
    });
    return {
      id,
      name,
      place,
      outcodes,
      practitioners: found.practitioners.filter((one) => one.organisation.id === id).length,
      requests: found.requests.filter((one) => one.organisation.id === id).length,
      perhaps: suggestions.map(({ organisation: { code, name: known, street, town } }) =>
        [code, known, street, town].filter((part) => part !== '').join(', '),
      ),
    };
  });
};
