import type { LedgerEntry } from '../matches/ledger.ts';
import { type Exchange, exchangesIn } from '../matching/reciprocity.ts';

/** The balance of one employer: learners hosted for others, and its own learners hosted by others. */
export interface HostingBalance {
  readonly organisationId: string;
  readonly name: string;
  /** Number of learners of other organisations whom this organisation hosts, with their hours. */
  readonly hosted: number;
  readonly hostedHours: number;
  /** Number of this organisation's learners whom other organisations host, with their hours. */
  readonly placed: number;
  readonly placedHours: number;
  /** Number of this organisation's learners whom its own DPPs supervise. */
  readonly own: number;
}

interface Sum {
  readonly learners: number;
  readonly hours: number;
}

/**
 * Adds up the hours of exchanges by request. Leaves out a cancelled match, whose hours add up to zero. Counts a
 * learner once, even if two supervisors of the organisation share the learner.
 */
const sumOf = (exchanges: readonly Exchange[]): Sum => {
  const hours = new Map<string, number>();
  for (const one of exchanges) hours.set(one.requestId, (hours.get(one.requestId) ?? 0) + one.hours);
  const given = [...hours.values()].filter((each) => each > 0);
  return { learners: given.length, hours: given.reduce((sum, each) => sum + each, 0) };
};

/**
 * Counts, from ledger entries, the learners whom each organisation hosts for others, and its own learners whom
 * others host. Sorts the organisations by the difference between these two numbers, so that those which host
 * most for others come first. Pages, digests and data all use this function, so that their figures agree.
 */
export const hostingBalances = (entries: readonly LedgerEntry[]): readonly HostingBalance[] => {
  const exchanges = exchangesIn(entries);
  const names = new Map(
    exchanges.flatMap(({ home, host }) => [home, host]).map(({ id, name }) => [id, name]),
  );
  return [...names]
    .map(([organisationId, name]) => {
      const hosts = exchanges.filter(({ host }) => host.id === organisationId);
      const sends = exchanges.filter(({ home }) => home.id === organisationId);
      const given = sumOf(hosts.filter(({ home }) => home.id !== organisationId));
      const taken = sumOf(sends.filter(({ host }) => host.id !== organisationId));
      return {
        organisationId,
        name,
        hosted: given.learners,
        hostedHours: given.hours,
        placed: taken.learners,
        placedHours: taken.hours,
        own: sumOf(sends.filter(({ host }) => host.id === organisationId)).learners,
      };
    })
    .filter(({ hosted, placed, own }) => hosted + placed + own > 0)
    .toSorted((a, b) => b.hosted - b.placed - (a.hosted - a.placed) || (a.name < b.name ? -1 : 1));
};
