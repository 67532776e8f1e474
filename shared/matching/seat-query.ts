import { milesBetween } from '../geography/distance.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { periodOf, type Seat, type SupervisionRequest } from '../requests/request.ts';
import { addDays, type Day, overlapDays, type Period } from '../kernel/time.ts';
import type { Site } from '../reference/vocabulary.ts';
import { type ClinicalAreaId, relatedAreas } from '../reference/clinical-areas.ts';
import { type University, universities } from '../reference/universities.ts';
import type { Policy } from './policy.ts';

/** What the service remembers and a pair's own facts do not say. */
export interface JudgeContext {
  /** `balanceKey(home, host)` → learners that the home organisation hosted for the host beyond what it got back. */
  readonly balances: Readonly<Record<string, number>>;
  /** Practitioner's id → pressure price in points: how much scarcer than others they were in recent rounds. */
  readonly prices: Readonly<Record<string, number>>;
  /** Settles ties. */
  readonly seed: string;
  /** A university's rules; the reference list unless told. */
  readonly universities?: readonly University[];
}

/** Nothing remembered yet. */
export const noContext: JudgeContext = { balances: {}, prices: {}, seed: 'kent-and-medway' };

/** How a balance between two organisations is filed. */
export const balanceKey = (homeId: string, hostId: string): string => `${homeId}>${hostId}`;

/** Where a practitioner's nearest site lies as seen from the learner's; `miles` is undefined for an unknown outcode. */
interface Nearest {
  readonly site: Site;
  readonly miles: number | undefined;
}

/** One seat of one request, made ready to be judged against many practitioners. */
export interface SeatQuery {
  readonly request: SupervisionRequest;
  readonly seat: Seat;
  readonly policy: Policy;
  readonly today: Day;
  readonly context: JudgeContext;
  readonly period: Period;
  /** The learner's areas, the lead first. */
  readonly areas: ReadonlySet<ClinicalAreaId>;
  /** Areas beside the learner's own that are related to them: degree 3 (closely) to 1 (loosely). */
  readonly related: ReadonlyMap<ClinicalAreaId, number>;
  readonly university: University | undefined;
  /** Who was asked for any seat of this request and did not take it. */
  readonly tried: ReadonlyMap<string, string>;
  /** Who holds, or is being asked for, another seat of this request. */
  readonly inOtherSeats: ReadonlySet<string>;
  readonly nearest: (practitioner: Practitioner) => Nearest;
  /** Whole weeks that the learner's period shares with an availability. */
  readonly weeksWith: (from: Day, to: Day) => number;
  /** Details confirmed on this day or earlier are stale. */
  readonly staleOn: Day;
}

const relatedTo = (areas: ReadonlySet<ClinicalAreaId>): ReadonlyMap<ClinicalAreaId, number> => {
  const degrees = new Map<ClinicalAreaId, number>();
  const note = (area: ClinicalAreaId, degree: number): void => {
    if (!areas.has(area)) degrees.set(area, Math.max(degree, degrees.get(area) ?? 0));
  };
  for (const [one, other, degree] of relatedAreas) {
    if (areas.has(one)) note(other, degree);
    if (areas.has(other)) note(one, degree);
  }
  return degrees;
};

/** Distances of a learner's outcode, each worked out once. */
const nearestFrom = (home: Site): SeatQuery['nearest'] => {
  const known = new Map<string, number | undefined>();
  const milesTo = (outcode: string): number | undefined => {
    if (!known.has(outcode)) known.set(outcode, milesBetween(home.outcode, outcode));
    return known.get(outcode);
  };
  const further = (a: Nearest, b: Nearest): number =>
    (a.miles ?? Infinity) - (b.miles ?? Infinity) ||
    Number(b.site.place === home.place) - Number(a.site.place === home.place);
  return ({ sites }) => {
    const [first = home, ...others] = sites;
    let nearest: Nearest = { site: first, miles: milesTo(first.outcode) };
    for (const site of others) {
      const candidate = { site, miles: milesTo(site.outcode) };
      if (further(candidate, nearest) < 0) nearest = candidate;
    }
    return nearest;
  };
};

/** Shared weeks, each availability worked out once: many practitioners say the same. */
const weeksIn = (period: Period): SeatQuery['weeksWith'] => {
  const known = new Map<string, number>();
  return (from, to) => {
    const key = from + to;
    const weeks = known.get(key) ?? Math.floor(overlapDays(period, { from, to }) / 7);
    known.set(key, weeks);
    return weeks;
  };
};

/** A request's seat, the policy in force and what is remembered → what every practitioner is judged against. */
export const seatQueryOf = (
  request: SupervisionRequest,
  seat: Seat,
  policy: Policy,
  today: Day,
  context: JudgeContext,
): SeatQuery => {
  const areas = new Set([request.leadArea, ...request.areas]);
  const others = request.seats.filter(({ id, state }) => id !== seat.id && state !== 'vacant');
  return {
    request,
    seat,
    policy,
    today,
    context,
    period: periodOf(request),
    areas,
    related: relatedTo(areas),
    university: (context.universities ?? universities).find(({ id }) => id === request.university),
    tried: new Map(
      request.seats.flatMap(({ tried }) =>
        tried.map(({ practitionerId, outcome }) => [practitionerId, outcome]),
      ),
    ),
    inOtherSeats: new Set(others.flatMap(({ practitionerId }) => practitionerId ?? [])),
    nearest: nearestFrom(request.site),
    weeksWith: weeksIn(periodOf(request)),
    staleOn: addDays(today, -policy.staleDays.value),
  };
};
