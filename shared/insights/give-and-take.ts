import type { LedgerEntry } from '../matches/ledger.ts';
import { type Exchange, exchangesIn } from '../matching/reciprocity.ts';

/** What one organisation gave to others and took from them. */
export interface GiveAndTake {
  readonly organisationId: string;
  readonly name: string;
  /** Learners of others whom it hosts or hosted, and their hours. */
  readonly hosted: number;
  readonly hostedHours: number;
  /** Its own learners whom others host or hosted, and their hours. */
  readonly placed: number;
  readonly placedHours: number;
  /** Its own learners with its own DPPs. */
  readonly own: number;
}

interface Sum {
  readonly learners: number;
  readonly hours: number;
}

/** What was undone leaves no hours, and so no learner; two supervisors in one organisation are one learner. */
const sumOf = (exchanges: readonly Exchange[]): Sum => {
  const hours = new Map<string, number>();
  for (const one of exchanges) hours.set(one.requestId, (hours.get(one.requestId) ?? 0) + one.hours);
  const given = [...hours.values()].filter((each) => each > 0);
  return { learners: given.length, hours: given.reduce((sum, each) => sum + each, 0) };
};

/**
 * Lines of the ledger, of one book or of many → give and take by organisation, who gave most on balance first. The
 * only place where give and take is counted: pages, digests and data all ask here.
 */
export const giveAndTake = (entries: readonly LedgerEntry[]): readonly GiveAndTake[] => {
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
