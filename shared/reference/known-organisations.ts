import { networks } from './primary-care-networks.ts';
import { trusts } from './trusts.ts';

/** Known employers, suggested while typing; other names are accepted too. */
export const knownOrganisations: readonly string[] = [...trusts, ...networks]
  .map(({ name }) => name)
  .sort((a, b) => a.localeCompare(b, 'en-GB'));
