import type { OrganisationRef } from '../reference/vocabulary.ts';
import { codeOfOrganisation } from './code-of-organisation.ts';

/**
 * The answer to a question for an organisation: its name and, for one in the system's list, its code, by which the
 * answer is recognised again: "Oast Lane Pharmacy (ZZ001)".
 */
export const organisationText = (organisation: OrganisationRef): string => {
  const code = codeOfOrganisation(organisation);
  return code === undefined ? organisation.name : `${organisation.name} (${code})`;
};
