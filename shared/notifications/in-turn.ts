import type { Email } from './email.ts';

/**
 * Orders e-mails so that networks take turns: the oldest of each network first, then the second of each, and so on.
 * E-mails that name no network count as those of one network.
 */
export const networksInTurn = (emails: readonly Email[]): readonly Email[] => {
  const taken = new Map<string, number>();
  return emails
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0))
    .map((email) => {
      const network = email.network ?? '';
      const turn = taken.get(network) ?? 0;
      taken.set(network, turn + 1);
      return { email, turn };
    })
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ email }) => email);
};
