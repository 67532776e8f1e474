import type { OrganisationRef, Site } from '../../reference/vocabulary.ts';
import { knownOrganisationRef } from './known-organisation-ref.ts';
import type { OrganisationIndex } from './organisation-index.ts';
import { organisationMeant } from './organisation-meant.ts';

interface Workplace {
  readonly organisation: OrganisationRef;
  readonly sites: readonly Site[];
}

/**
 * Replaces an organisation as somebody typed it by the one of the system's list that they mean. A site in the
 * organisation's outcode gets the town and place of the organisation's own record, because an outcode may lie in
 * several places. Changes nothing if the organisation is in no list.
 */
export const knownWorkplace = (index: OrganisationIndex, { organisation, sites }: Workplace): Workplace => {
  const known = organisationMeant(index, organisation.name, sites[0]?.outcode);
  if (known === undefined) return { organisation, sites };
  return {
    organisation: knownOrganisationRef(index, known),
    sites: sites.map((site) =>
      site.outcode === known.outcode && known.place !== ''
        ? { ...site, town: known.town, place: known.place }
        : site,
    ),
  };
};
