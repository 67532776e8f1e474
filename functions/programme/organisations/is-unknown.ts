import { codeOfOrganisation } from '../../../shared/people/code-of-organisation.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';

/** Whether an organisation is in no list and the team has not said yet which one it is. */
export const isUnknown = (organisation: Organisation): boolean =>
  codeOfOrganisation(organisation) === undefined &&
  organisation.code === undefined &&
  organisation.mergedInto === undefined &&
  organisation.identifiedAt === undefined;
