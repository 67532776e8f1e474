import { knownOrganisations } from '../reference/known-organisations.ts';
import { organisationIdOf } from './organisation.ts';
import type { OrganisationRef } from '../reference/vocabulary.ts';

const knownById: ReadonlyMap<string, string> = new Map(
  knownOrganisations.map((name) => [organisationIdOf(name), name]),
);

/** An employer as somebody wrote it → its id, and its usual spelling where we know it. */
export const namedOrganisation = (written: string): OrganisationRef => {
  const id = organisationIdOf(written);
  return { id, name: knownById.get(id) ?? written };
};
