import { countPlaces, type PlaceCount } from '../capacity/free-places.ts';
import { isPublic } from '../directory/is-public.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { clinicalAreaIds } from '../reference/clinical-areas.ts';
import { placeIds } from '../geography/places.ts';
import { professionIds } from '../reference/professions.ts';

/** Places against the learners who wait, under one heading. Raw numbers: `suppress.ts` decides which may be seen. */
export interface Tally {
  readonly id: string;
  /** Listed DPPs behind the places. */
  readonly dpps: number;
  readonly offered: number;
  readonly taken: number;
  readonly free: number;
  /** Learners with an open request. */
  readonly waiting: number;
}

export interface SupplyAndDemand {
  readonly totals: Tally;
  /** By the place of a DPP's first site and of the learner's employer; adds up to the totals. */
  readonly byPlace: readonly Tally[];
  /** By the learner's profession; a place counts wherever the DPP supervises that profession. */
  readonly byProfession: readonly Tally[];
  /** By the learner's lead area; a place counts in every area of the DPP. */
  readonly byArea: readonly Tally[];
  /** By the DPP's own profession: supply only. */
  readonly byDppProfession: readonly Tally[];
}

interface Supplied {
  readonly practitioner: Practitioner;
  readonly places: PlaceCount;
}

const tallyOf = (id: string, supply: readonly Supplied[], demand: readonly SupervisionRequest[]): Tally => {
  const sum = (of: (places: PlaceCount) => number): number =>
    supply.reduce((total, { places }) => total + of(places), 0);
  return {
    id,
    dpps: supply.length,
    offered: sum(({ offered }) => offered),
    taken: sum(({ taken }) => taken),
    free: sum(({ free }) => free),
    waiting: demand.length,
  };
};

/**
 * Supply and demand on a day: listed practitioners with their places over the next half year, and open requests (a
 * request counts once, however many seats it has). Others may be among the rows; they are not counted.
 */
export const supplyAndDemand = (
  practitioners: readonly Practitioner[],
  requests: readonly SupervisionRequest[],
  today: Day,
): SupplyAndDemand => {
  const supply = practitioners
    .filter((practitioner) => isPublic(practitioner, today))
    .map((practitioner) => ({ practitioner, places: countPlaces(practitioner, today) }));
  const demand = requests.filter(({ state }) => state === 'open');

  const by = (
    ids: readonly string[],
    supplies: (practitioner: Practitioner) => readonly string[],
    needs: (request: SupervisionRequest) => string | undefined,
  ): readonly Tally[] =>
    ids.map((id) =>
      tallyOf(
        id,
        supply.filter(({ practitioner }) => supplies(practitioner).includes(id)),
        demand.filter((request) => needs(request) === id),
      ),
    );

  return {
    totals: tallyOf('all', supply, demand),
    byPlace: by(
      placeIds,
      ({ sites }) => sites.slice(0, 1).map(({ place }) => place),
      ({ site }) => site.place,
    ),
    byProfession: by(
      professionIds,
      ({ supervisesProfessions }) => supervisesProfessions,
      ({ profession }) => profession,
    ),
    byArea: by(
      clinicalAreaIds,
      ({ leadArea, areas }) => [leadArea, ...areas],
      ({ leadArea }) => leadArea,
    ),
    byDppProfession: by(
      professionIds,
      ({ profession }) => [profession],
      () => undefined,
    ),
  };
};
