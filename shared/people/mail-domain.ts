import { nhsMailEndings, sharedMailDomains } from '../reference/mail-domains.ts';

/**
 * What the domain of an address says about who has it. `nhs-shared` belongs to the NHS but to no one organisation;
 * `shared` and `free` belong to neither.
 */
export type KindOfDomain = 'own' | 'nhs' | 'nhs-shared' | 'shared' | 'free' | 'unknown';

/** Returns the domain of an e-mail address, in lower case. */
export const domainOf = (address: string): string =>
  address
    .trim()
    .slice(address.trim().lastIndexOf('@') + 1)
    .toLowerCase();

const includes = (domains: readonly string[], domain: string): boolean => domains.includes(domain);

/** Returns the kind of a domain, apart from what the team has confirmed. */
const kindWithoutRows = (domain: string): Exclude<KindOfDomain, 'own'> => {
  if (includes(sharedMailDomains.nhs, domain)) return 'nhs-shared';
  if (includes(sharedMailDomains.shared, domain)) return 'shared';
  if (includes(sharedMailDomains.free, domain)) return 'free';
  return nhsMailEndings.some((ending) => domain.endsWith(ending)) ? 'nhs' : 'unknown';
};

/**
 * Returns the kind of a domain for somebody of one organisation.
 * @param own domains that the team has confirmed for the organisation
 */
export const kindOfDomain = (domain: string, own: readonly string[] = []): KindOfDomain => {
  const kind = kindWithoutRows(domain);
  return (kind === 'nhs' || kind === 'unknown') && own.includes(domain) ? 'own' : kind;
};

/** Whether a domain belongs to one organisation, so that the team may confirm it as a proof. */
export const mayProve = (domain: string): boolean => {
  const kind = kindWithoutRows(domain);
  return kind === 'nhs' || kind === 'unknown';
};

/** Whether only people who work for the NHS have addresses at a domain. Says nothing about which organisation. */
export const isNhsDomain = (domain: string): boolean => {
  const kind = kindWithoutRows(domain);
  return kind === 'nhs' || kind === 'nhs-shared';
};

/** Says in words what kind of domain an address has: "free mail: anybody can have an address there". */
export const kindOfDomainInWords: Readonly<Record<KindOfDomain, string>> = {
  own: 'the employer’s own, confirmed by the team',
  nhs: 'an NHS domain, not confirmed for this organisation',
  'nhs-shared': 'the shared NHS mail, which proves no organisation',
  shared: 'shared by many organisations, which proves none',
  free: 'free mail: anybody can have an address there',
  unknown: 'unknown: not confirmed for this organisation',
};
