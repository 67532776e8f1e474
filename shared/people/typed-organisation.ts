import type { OrganisationRef } from '../reference/vocabulary.ts';
import { organisationIdOf } from './organisation.ts';

/**
 * The reference to an organisation that is in no list. Its id contains the outcode, so that two practices with one
 * name in two towns are two organisations.
 */
export const typedOrganisation = (name: string, outcode: string): OrganisationRef => ({
  id: organisationIdOf(`${organisationIdOf(name)} ${outcode}`),
  name,
});
