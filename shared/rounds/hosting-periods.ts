import { MOST_PENDING_OFFERS, placesFree, placesUsed } from '../capacity/capacity.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Day, Period } from '../kernel/time.ts';

/** A learner who could be, or already is, placed with a practitioner. */
export interface Want {
  readonly requestId: string;
  readonly period: Period;
  /** University and start date, if the university allows a practitioner only one learner per cohort. */
  readonly cohort?: string | undefined;
  /** Whether the seat is already offered or filled. */
  readonly kept?: 'offered' | 'filled';
  /** Id of the offer. Only for kept seats. */
  readonly offerId?: string | undefined;
}

/**
 * A practitioner during one stretch of time, or for one cohort within that stretch. Each is one node of the
 * allocation.
 */
export interface HostingPeriod {
  readonly id: string;
  readonly capacity: number;
  /** Number of concurrent learners before the round. */
  readonly loadBefore: number;
  readonly wants: readonly Want[];
  /**
   * Id of the group that contains the nodes of the stretch; undefined if the stretch is not divided by
   * cohort.
   */
  readonly stretch?: string;
}

export interface Hosting {
  readonly leaves: readonly HostingPeriod[];
  /** Stretches that are divided by cohort, each with the number of places that its nodes share. */
  readonly stretches: readonly { readonly id: string; readonly capacity: number }[];
  /**
   * Maximum number of the round's learners that all these nodes together may take. It derives from the limit
   * on a practitioner's pending offers.
   */
  readonly most: number;
}

/**
 * Groups learners whose periods overlap, directly or through others. Learners in different groups never
 * compete for a place.
 */
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

/**
 * The practitioner as if the round had placed nobody: without the round's own learners, and with every other
 * pending offer holding a place.
 */
const withoutRoundLearners = (practitioner: Practitioner, wants: readonly Want[]): Practitioner => {
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
 * Translates a practitioner's places into nodes of the allocation. Learners whose periods do not overlap can
 * use a place one after the other, so each stretch of time is a node of its own.
 * The capacity of a stretch is the smallest number of free places in any of its learners' periods, so that
 * the learners fit on every day. This can be too low for a chain of periods in which only neighbours overlap;
 * the follow-up and individual matching find those places.
 * If a university allows a practitioner only one learner of a cohort, the learners of that cohort share a
 * node with one place.
 */
export const hostingOf = (practitioner: Practitioner, wants: readonly Want[]): Hosting => {
  const apart = withoutRoundLearners(practitioner, wants);
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
