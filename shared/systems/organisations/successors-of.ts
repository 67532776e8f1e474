import type { KnownOrganisation } from './known-organisation.ts';

/** First number in a street with the postcode: two pharmacies that share both were at the same address. */
const addressOf = ({ postcode, street }: KnownOrganisation): string => {
  const [number = street.toLowerCase()] = /\d+[a-z]?/iu.exec(street) ?? [];
  return `${postcode} ${number.toLowerCase()}`;
};

/**
 * Finds, for each closed pharmacy, the open pharmacy at the same address: under the contract for its premises, it is
 * the one that took over. Practices have no successor here, because several practices share a health centre.
 * @returns codes of the successors by the codes of the closed pharmacies
 */
export const successorsOf = (organisations: readonly KnownOrganisation[]): ReadonlyMap<string, string> => {
  const pharmacies = organisations.filter(({ kind, postcode }) => kind === 'pharmacy' && postcode !== '');
  const open = new Map<string, KnownOrganisation[]>();
  for (const one of pharmacies)
    if (one.status !== 'closed') open.set(addressOf(one), [...(open.get(addressOf(one)) ?? []), one]);
  return new Map(
    pharmacies.flatMap((closed) => {
      const [successor, ...others] = closed.status === 'closed' ? (open.get(addressOf(closed)) ?? []) : [];
      return successor === undefined || others.length > 0 ? [] : [[closed.code, successor.code] as const];
    }),
  );
};
