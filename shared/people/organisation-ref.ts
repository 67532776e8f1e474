import type { OrganisationRef } from '../reference/vocabulary.ts';
import type { Organisation } from './organisation.ts';

/** The reference to a stored organisation, as practitioners, requests and matches keep it. */
export const organisationRef = ({ id, name, employer }: Organisation): OrganisationRef => ({
  id,
  name,
  ...(employer === undefined ? {} : { employer }),
});
