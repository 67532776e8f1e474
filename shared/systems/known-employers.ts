import type { ServiceSystem } from './service-system.ts';

/** Names of a system's known employers, suggested while typing; other names are accepted too. */
export const knownEmployers = ({
  trusts,
  networks,
}: Pick<ServiceSystem, 'trusts' | 'networks'>): readonly string[] =>
  [...trusts, ...networks].map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en-GB'));
