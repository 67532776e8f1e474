import type { OrganisationRef } from '../../reference/vocabulary.ts';
import { employerOf } from './employer-of.ts';
import type { KnownOrganisation } from './known-organisation.ts';
import type { OrganisationIndex } from './organisation-index.ts';

const idOf = (code: string): string => `ods-${code.toLowerCase()}`;

/**
 * The reference to an organisation of the system's list, as rows store it. An owner that has no name in the list is
 * called by the name of the organisation.
 */
export const knownOrganisationRef = (
  index: OrganisationIndex,
  { code, name }: Pick<KnownOrganisation, 'code' | 'name'>,
): OrganisationRef => {
  const owner = employerOf(index, code);
  return {
    id: idOf(code),
    name,
    ...(owner === code
      ? {}
      : { employer: { id: idOf(owner), name: index.chainName(owner) ?? index.find(owner)?.name ?? name } }),
  };
};
