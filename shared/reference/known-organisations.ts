import { networks } from './primary-care-networks.ts';
import { trusts } from './trusts.ts';

/** Known employers, for suggestions while somebody types; any other name may be written. */
export const knownOrganisations: readonly string[] = [...trusts, ...networks]
  .map(({ name }) => name)
  .sort((a, b) => a.localeCompare(b, 'en-GB'));
