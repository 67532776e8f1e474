import { MOST_PENDING_OFFERS, placesFree, placesUsed } from '../capacity/capacity.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Day, Period } from '../kernel/time.ts';

/** A learner who could be, or already is, with a practitioner. */
export interface Want {
  readonly requestId: string;
  readonly period: Period;
  /** University and start, where the university lets a practitioner take one learner of a cohort only. */
  readonly cohort?: string | undefined;
  /** Already asked for (`offered`) or agreed (`filled`). */
  readonly kept?: 'offered' | 'filled';
  /** For kept ones: the offer that ties them together. */
  readonly offerId?: string | undefined;
}

/** A practitioner in one stretch of time (or a cohort within it), as one node of the allocation. */
export interface HostingPeriod {
  readonly id: string;
  readonly capacity: number;
  /** Learners that they have at a time before the round gives them any. */
  readonly loadBefore: number;
  readonly wants: readonly Want[];
  /** The group of the stretch, where it has several nodes. */
  readonly stretch?: string;
}

export interface Hosting {
  readonly leaves: readonly HostingPeriod[];
  /** Stretches of several nodes, which share its places. */
  readonly stretches: readonly { readonly id: string; readonly capacity: number }[];
  /** The most learners of the round over all leaves: offers that may await one answerer. */
  readonly most: number;
}

/** Learners whose days meet, directly or through others: what lies apart in time never shares a place. */
const stretches = (wants: readonly Want[]) => {
  const groups: { readonly from: Day; readonly group: Want[] }[] = [];
  let end = '';
  for (const want of wants.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1))) {
    const { from, to } = want.period;
    if (from > end) groups.push({ from, group: [] });
    groups.at(-1)?.group.push(want);
    if (to > end) end = to;
  }
  return groups;
};

/** The practitioner without the round's own learners, and with a place held for everybody else who is being asked. */
const apartFromRound = (practitioner: Practitioner, wants: readonly Want[]): Practitioner => {
  const kept = wants.filter((want) => want.kept !== undefined);
  const requests = new Set(kept.map(({ requestId }) => requestId));
  const offers = new Set(kept.map(({ offerId }) => offerId));
  return {
    ...practitioner,
    commitments: practitioner.commitments.filter(({ requestId }) => !requests.has(requestId)),
    pendingOffers: practitioner.pendingOffers
      .filter(({ offerId }) => !offers.has(offerId))
      .map((pending) => ({ ...pending, holdsPlace: true })),
  };
};

/**
 * A practitioner's places as the allocation sees them. Learners whose periods lie wholly apart use a place one after
 * the other: each stretch of time is a node of its own. Within a stretch the capacity is the fewest places that are
 * free for any of its learners: so many always fit, on every day. (It can be fewer than would fit where a stretch is a
 * chain of periods of which only neighbours meet; the follow-up and the one-seat matching see those places.) Learners
 * of whom a university lets a practitioner take one only share a node with one place within the stretch.
 */
export const hostingOf = (practitioner: Practitioner, wants: readonly Want[]): Hosting => {
  const apart = apartFromRound(practitioner, wants);
  const keptIn = (among: readonly Want[], how?: Want['kept']): number =>
    among.filter(({ kept }) => (how === undefined ? kept !== undefined : kept === how)).length;
  const groups = stretches(wants);
  const most = Math.max(
    keptIn(wants),
    MOST_PENDING_OFFERS - apart.pendingOffers.length + keptIn(wants, 'filled'),
  );
  const stretched: { id: string; capacity: number }[] = [];
  const leaves = groups.flatMap(({ from, group }): readonly HostingPeriod[] => {
    const free = Math.min(...group.map(({ period }) => placesFree(apart, period)));
    const loadBefore = Math.max(...group.map(({ period }) => placesUsed(apart, period)));
    const id = groups.length === 1 ? practitioner.id : `${practitioner.id}@${from}`;
    const capacity = Math.min(most, Math.max(keptIn(group), free));
    const cohorts = Map.groupBy(group, ({ cohort }) => cohort ?? '');
    if (cohorts.size === 1 && cohorts.has('')) return [{ id, capacity, loadBefore, wants: group }];
    const stretch = `dpp:${id}#all`;
    stretched.push({ id: stretch, capacity });
    return [...cohorts].map(([cohort, own]) => ({
      id: cohort === '' ? id : `${id}#${cohort}`,
      capacity: cohort === '' ? capacity : Math.min(capacity, Math.max(1, keptIn(own))),
      loadBefore,
      wants: own,
      stretch,
    }));
  });
  return { leaves, stretches: stretched, most };
};
