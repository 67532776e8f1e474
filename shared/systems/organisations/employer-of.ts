import type { OrganisationIndex } from './organisation-index.ts';

/**
 * Finds who employs the people of an organisation: its owner, the owner's owner, and so on. One owner with many trading
 * names is one employer. Returns the code itself for an organisation without an owner, and for an unknown code.
 */
export const employerOf = ({ find }: Pick<OrganisationIndex, 'find'>, code: string): string => {
  const seen = new Set<string>();
  let employer = code;
  for (;;) {
    seen.add(employer);
    const owner = find(employer)?.owner;
    if (owner === undefined || seen.has(owner)) return employer;
    employer = owner;
  }
};
