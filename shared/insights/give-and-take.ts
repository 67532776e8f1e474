import type { LedgerEntry } from '../matches/ledger.ts';
import { type Exchange, exchangesIn } from '../matching/reciprocity.ts';

/** The balance of one organisation with all others. */
export interface GiveAndTake {
  readonly organisationId: string;
  readonly name: string;
  /** Learners of other organisations hosted here, with their hours. */
  readonly hosted: number;
  readonly hostedHours: number;
  /** Its own learners hosted by other organisations, with their hours. */
  readonly placed: number;
  readonly placedHours: number;
  /** Its own learners with its own DPPs. */
  readonly own: number;
}

interface Sum {
  readonly learners: number;
  readonly hours: number;
}

/**
 * Sums exchanges by request. A cancelled match adds up to zero hours and is not counted as a learner; two
 * supervisors in one organisation count as one learner.
 */
const sumOf = (exchanges: readonly Exchange[]): Sum => {
  const hours = new Map<string, number>();
  for (const one of exchanges) hours.set(one.requestId, (hours.get(one.requestId) ?? 0) + one.hours);
  const given = [...hours.values()].filter((each) => each > 0);
  return { learners: given.length, hours: given.reduce((sum, each) => sum + each, 0) };
};

/**
 * Computes the balance of each organisation from ledger entries, largest net giver first. Pages, digests and
 * data all use this function, so that figures agree.
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
