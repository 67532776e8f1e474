import { knownOrganisations } from '../reference/known-organisations.ts';
import { organisationIdOf } from './organisation.ts';
import type { OrganisationRef } from '../reference/vocabulary.ts';

const knownById: ReadonlyMap<string, string> = new Map(
  knownOrganisations.map((name) => [organisationIdOf(name), name]),
);

/** Resolves an employer's name to its id and, for known employers, its usual spelling. */
export const namedOrganisation = (written: string): OrganisationRef => {
  const id = organisationIdOf(written);
  return { id, name: knownById.get(id) ?? written };
};
