import type { Geography } from '../../geography/geography.ts';
import type { Drive, Travel } from '../../geography/travel.ts';
import type { Practitioner } from '../../people/practitioner.ts';
import { isTaken, periodLeft, type Seat, type SupervisionRequest } from '../../requests/request.ts';
import { addDays, type Day, overlapDays, type Period } from '../../kernel/time.ts';
import type { Site } from '../../reference/vocabulary.ts';
import { type ClinicalAreaId, relatedAreas } from '../../reference/clinical-areas.ts';
import { seatRoles } from '../../reference/seat-roles.ts';
import type { University } from '../../reference/universities.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import { travelLimit } from '../../requests/travel-limit.ts';

/** Facts that judging needs but that belong neither to the request nor to the practitioner. */
export interface JudgeContext {
  /**
   * `balanceKey(home, host)` → number of learners that `home` hosted for `host`, minus those that `host`
   * hosted for `home`.
   */
  readonly balances: Readonly<Record<string, number>>;
  /** Practitioner's id → pressure price in points: how much scarcer than others they were in recent rounds. */
  readonly prices: Readonly<Record<string, number>>;
  /** Seed of the draw that decides between equal candidates. */
  readonly seed: string;
  readonly geography: Geography;
  readonly travel: Travel;
  /** Rules of universities. */
  readonly universities: readonly University[];
}

/** The context of a system without history. */
export const contextWithoutHistory = ({
  id,
  geography,
  travel,
  universities,
}: ServiceSystem): JudgeContext => ({
  balances: {},
  prices: {},
  seed: id,
  geography,
  travel,
  universities,
});

/** Key of the balance between two employers. */
export const balanceKey = (homeId: string, hostId: string): string => `${homeId}>${hostId}`;

/** The practitioner's site that the learner reaches soonest; `drive` is undefined for an unknown outcode. */
interface Nearest {
  readonly site: Site;
  readonly drive: Drive | undefined;
}

/**
 * One seat of one request, prepared once and compared with many practitioners. `Weights` are the policy
 * numbers that the code using the query needs.
 */
export interface SeatQuery<Weights = unknown> {
  readonly request: SupervisionRequest;
  readonly seat: Seat;
  readonly policy: Weights;
  /** The day in London on which the pair is judged. */
  readonly today: Day;
  readonly context: JudgeContext;
  /** Days of the supervision that are left today. */
  readonly period: Period;
  /** The learner's areas, the lead area first. */
  readonly areas: ReadonlySet<ClinicalAreaId>;
  /** Other areas that are related to the learner's: degree 3 (closely) to 1 (loosely). */
  readonly related: ReadonlyMap<ClinicalAreaId, number>;
  readonly university: University | undefined;
  /** True if the person in this seat signs the learner off. */
  readonly signsOff: boolean;
  /** Practitioners who were asked to take any seat of this request and did not, each with the outcome. */
  readonly tried: ReadonlyMap<string, string>;
  /** Practitioners who have another seat of this request, or are being asked to take one. */
  readonly inOtherSeats: ReadonlySet<string>;
  /** Most minutes by road that the learner would travel. */
  readonly maxMinutes: number;
  readonly nearest: (practitioner: Practitioner) => Nearest;
  /** Counts the whole weeks that the learner's remaining period shares with a period of availability. */
  readonly weeksWith: (from: Day, to: Day) => number;
  /** Details last confirmed on this day or earlier are stale. */
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

/** Finds the site that is soonest reached; looks up the drive to each outcode once. */
const nearestFrom = (home: Site, { between }: Travel): SeatQuery['nearest'] => {
  const known = new Map<string, Drive | undefined>();
  const driveTo = (outcode: string): Drive | undefined => {
    if (!known.has(outcode)) known.set(outcode, between(home.outcode, outcode));
    return known.get(outcode);
  };
  const further = (a: Nearest, b: Nearest): number =>
    (a.drive?.minutes ?? Infinity) - (b.drive?.minutes ?? Infinity) ||
    Number(b.site.place === home.place) - Number(a.site.place === home.place);
  return ({ sites }) => {
    const [first = home, ...others] = sites;
    let nearest: Nearest = { site: first, drive: driveTo(first.outcode) };
    for (const site of others) {
      const candidate = { site, drive: driveTo(site.outcode) };
      if (further(candidate, nearest) < 0) nearest = candidate;
    }
    return nearest;
  };
};

/**
 * Counts shared weeks. Computes them once for each availability, because many practitioners have the same
 * one.
 */
const weeksIn = (period: Period): SeatQuery['weeksWith'] => {
  const known = new Map<string, number>();
  return (from, to) => {
    const key = from + to;
    const weeks = known.get(key) ?? Math.floor(overlapDays(period, { from, to }) / 7);
    known.set(key, weeks);
    return weeks;
  };
};

const signingOff: ReadonlySet<string> = new Set(
  seatRoles.filter(({ signsOff }) => signsOff).map(({ id }) => id),
);

/** The policy numbers that `seatQueryOf` reads. */
interface Prepared {
  readonly staleDays: { readonly value: number };
}

/** Prepares one seat of a request for comparison with many practitioners. */
export const seatQueryOf = <Weights extends Prepared>(
  request: SupervisionRequest,
  seat: Seat,
  policy: Weights,
  today: Day,
  context: JudgeContext,
): SeatQuery<Weights> => {
  const period = periodLeft(request, today);
  const areas = new Set([request.leadArea, ...request.areas]);
  const others = request.seats.filter(isTaken).filter(({ id }) => id !== seat.id);
  return {
    request,
    seat,
    policy,
    today,
    context,
    period,
    areas,
    related: relatedTo(areas),
    university: context.universities.find(({ id }) => id === request.university),
    signsOff: signingOff.has(seat.role),
    tried: new Map(
      request.seats.flatMap(({ tried }) =>
        tried.map(({ practitionerId, outcome }) => [practitionerId, outcome]),
      ),
    ),
    inOtherSeats: new Set(others.map(({ practitionerId }) => practitionerId)),
    maxMinutes: travelLimit(request, context),
    nearest: nearestFrom(request.site, context.travel),
    weeksWith: weeksIn(period),
    staleOn: addDays(today, -policy.staleDays.value),
  };
};
