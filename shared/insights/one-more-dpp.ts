import type { Travel } from '../geography/travel.ts';
import { placesFree } from '../capacity/capacity.ts';
import { soughtUntil } from '../offers/offer-clock.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { periodOf, type SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { type Site, weekdays } from '../reference/vocabulary.ts';
import {
  contextWithoutHistory,
  type JudgeContext,
  type SeatQuery,
  seatQueryOf,
} from '../matching/query/seat-query.ts';
import type { Policy } from '../matching/policy.ts';
import { indexedPool } from '../matching/index/indexed-pool.ts';
import { meetsAll } from '../matching/requirements/unmet-requirements.ts';
import { type ClinicalAreaId, clinicalAreaIds } from '../reference/clinical-areas.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { learnerTypeIds, professionIds } from '../reference/professions.ts';
import { seatRoleIds, seatRoles } from '../reference/seat-roles.ts';
import { mostPlaced } from './most-placed.ts';

/** Effect of one more DPP in a place and clinical area on the learners who are waiting today. */
export interface OneMoreDpp {
  readonly place: string;
  readonly area: ClinicalAreaId;
  /** The town in this place that is within reach of the most learners who compete for places in this area. */
  readonly town: string;
  /** Learners for whom nobody is eligible today, but the new DPP would be. */
  readonly nobodyNow: number;
  /** Learners who compete for too few places today and whom the new DPP could take. */
  readonly couldTake: number;
  /** Additional learners who would be placed if the new DPP had two places. */
  readonly placed: number;
  /** Learners in recent rounds for whom a DPP of this place and area was eligible but had no place left. */
  readonly inRounds: number;
}

export interface WhereOneMoreHelps {
  readonly waiting: number;
  /** Number of waiting learners whom today's DPPs could not take under any allocation. */
  readonly withoutPlace: number;
  /** Combinations of place and clinical area, most helpful first. Those that help nobody are left out. */
  readonly rows: readonly OneMoreDpp[];
}

/** A DPP without free places in a round, and the learners concerned. */
export interface RoundBottleneck {
  readonly id: string;
  readonly learners: number;
}

/**
 * Number of places that the new DPP is assumed to have: the largest number that can be registered without a
 * flag to the programme team.
 */
const ASSUMED_PLACES = 2;
const NEW_DPP_ID = 'one-more-dpp';

const signsOff: ReadonlySet<string> = new Set(seatRoles.filter((role) => role.signsOff).map(({ id }) => id));

/**
 * Makes up a DPP who meets every requirement, except that location and clinical area may not suit a learner.
 */
const newDpp = (site: Site, area: ClinicalAreaId, today: Day): Practitioner => {
  const at = `${today}T00:00:00.000Z`;
  return {
    id: NEW_DPP_ID,
    version: 0,
    state: 'listed',
    name: NEW_DPP_ID,
    email: NEW_DPP_ID,
    profession: 'doctor',
    regulator: 'gmc',
    registrationNumber: NEW_DPP_ID,
    yearsPrescribing: 10,
    patientFacing: true,
    supervisedBefore: 0,
    preparation: [],
    supervisesProfessions: [...professionIds],
    supervisesLearnerTypes: [...learnerTypeIds],
    seatRoles: [...seatRoleIds],
    leadArea: area,
    areas: [area],
    setting: 'general-practice',
    organisation: { id: NEW_DPP_ID, name: NEW_DPP_ID },
    sites: [site],
    days: [...weekdays],
    mode: 'in-person',
    placesOffered: ASSUMED_PLACES,
    availableFrom: today,
    hoursPerWeek: 37,
    fee: 'free',
    employerApproval: true,
    consent: { wording: NEW_DPP_ID, at },
    flags: [],
    provisional: true,
    commitments: [],
    pendingOffers: [],
    createdAt: at,
    confirmedAt: at,
    updatedAt: at,
  };
};

interface UnplacedLearner {
  readonly request: SupervisionRequest;
  readonly query: SeatQuery<Policy>;
}

/**
 * Finds the learners to place: those whose sign-off seat nobody has accepted yet, even if it has been
 * offered.
 */
const unplacedIn = (
  requests: readonly SupervisionRequest[],
  policy: Policy,
  today: Day,
  context: JudgeContext,
): readonly UnplacedLearner[] =>
  requests.flatMap((request) => {
    const seat = request.seats.find(({ state, role }) => state !== 'filled' && signsOff.has(role));
    return request.state !== 'open' || seat === undefined || soughtUntil(request) < today
      ? []
      : [{ request, query: seatQueryOf(request, seat, policy, today, context) }];
  });

/** Lists, for each practitioner, the positions of the learners whom they could take. */
const fitOf = (
  learners: readonly UnplacedLearner[],
  practitioners: readonly Practitioner[],
): readonly (readonly number[])[] => {
  const fit = practitioners.map((): number[] => []);
  const of = new Map(practitioners.map(({ id }, index) => [id, fit[index]]));
  const pool = indexedPool(practitioners);
  learners.forEach(({ query }, learner) => {
    for (const { id } of pool.candidates(query)) of.get(id)?.push(learner);
  });
  return fit;
};

/**
 * Counts the practitioner's places that are free in the periods of all these learners, whom the practitioner
 * could take.
 */
const placesOf = (practitioner: Practitioner, learners: readonly UnplacedLearner[]): number =>
  Math.min(
    practitioner.placesOffered,
    ...learners.map(({ request }) => placesFree(practitioner, periodOf(request), { requestId: request.id })),
  );

const reaches = (site: Site, { request, query }: UnplacedLearner, { between }: Travel): boolean =>
  (between(site.outcode, request.site.outcode)?.minutes ?? Infinity) <= query.maxMinutes;

/** Chooses, from the learners' own towns, the one that is within reach of the most learners. */
const bestSite = (
  towns: readonly Site[],
  learners: readonly UnplacedLearner[],
  travel: Travel,
): Site | undefined =>
  towns
    .map((site) => ({ site, reached: learners.filter((one) => reaches(site, one, travel)).length }))
    .toSorted((a, b) => b.reached - a.reached || (a.site.outcode < b.site.outcode ? -1 : 1))[0]?.site;

/**
 * Computes where one more DPP would help most: for each place and clinical area, the effect on learners
 * without a DPP, and the shortage of DPPs in recent rounds. Uses the rules of matching to judge whether a DPP
 * could take a learner.
 * @param today day in London on which these rules are applied
 */
export const oneMoreDpp = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  policy: Policy,
  today: Day,
  system: ServiceSystem,
  bottlenecks: readonly RoundBottleneck[] = [],
): WhereOneMoreHelps => {
  const learners = unplacedIn(requests, policy, today, contextWithoutHistory(system));
  // Ignores pending offers. Their learners are counted as waiting, so the places held for them must count as
  // free.
  const dpps = practitioners.map((one) => ({ ...one, pendingOffers: [] }));
  const fit = fitOf(learners, dpps);
  const places = dpps.map((one, index) =>
    placesOf(
      one,
      (fit[index] ?? []).flatMap((learner) => learners[learner] ?? []),
    ),
  );
  const { withoutPlace, competing, gainOf } = mostPlaced(learners.length, fit, places);
  const somebody = new Set(fit.flat());
  const known = new Map(practitioners.map((one) => [one.id, one]));
  const inRounds = (place: string, area: ClinicalAreaId): number =>
    bottlenecks.reduce((sum, { id, learners: count }) => {
      const who = known.get(id);
      return who?.leadArea === area && who.sites[0]?.place === place ? sum + count : sum;
    }, 0);

  const rows = system.geography.places.flatMap(({ id: place }) => {
    const towns = new Map(
      learners
        .filter(({ request }) => request.site.place === place)
        .map(({ request: { site } }) => [site.outcode, site]),
    );
    return clinicalAreaIds.flatMap((area): OneMoreDpp[] => {
      const inArea = learners.filter(
        ({ query }, index) => competing.has(index) && (query.areas.has(area) || query.related.has(area)),
      );
      const site = bestSite([...towns.values()], inArea, system.travel);
      const recent = inRounds(place, area);
      if (site === undefined) return [];
      const dpp = newDpp(site, area, today);
      const fits = learners.flatMap(({ query }, index) => (meetsAll(query, dpp) ? [index] : []));
      const couldTake = fits.filter((index) => competing.has(index)).length;
      const placed = gainOf(fits, ASSUMED_PLACES);
      const nobodyNow = fits.filter((index) => !somebody.has(index)).length;
      return couldTake + recent === 0
        ? []
        : [{ place, area, town: site.town, nobodyNow, couldTake, placed, inRounds: recent }];
    });
  });
  return {
    waiting: learners.length,
    withoutPlace,
    rows: rows.toSorted(
      (a, b) =>
        b.placed - a.placed ||
        b.couldTake - a.couldTake ||
        b.nobodyNow - a.nobodyNow ||
        b.inRounds - a.inRounds ||
        `${a.place} ${a.area}`.localeCompare(`${b.place} ${b.area}`),
    ),
  };
};
