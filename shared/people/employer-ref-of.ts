import type { OrganisationRef } from '../reference/vocabulary.ts';

/**
 * The employer behind an organisation: its owner if it has one, otherwise the organisation itself. Hosting, quotas and
 * ties are counted by employer, so that one owner with many trading names counts once.
 */
export const employerRefOf = ({
  id,
  name,
  employer,
}: OrganisationRef): Pick<OrganisationRef, 'id' | 'name'> => employer ?? { id, name };
