import type { ServiceSystem } from '../systems/service-system.ts';
import { countPlaces, type PlaceCount } from '../capacity/free-places.ts';
import { isPublic } from '../directory/is-public.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { clinicalAreaIds } from '../reference/clinical-areas.ts';
import { professionIds } from '../reference/professions.ts';

/** Places and waiting learners under one heading. Not suppressed; see `suppress.ts`. */
export interface SupplyTally {
  readonly id: string;
  /** Listed DPPs who offer the places. */
  readonly dpps: number;
  readonly offered: number;
  readonly taken: number;
  readonly free: number;
  /** Learners with an open request. */
  readonly waiting: number;
}

export interface SupplyAndDemand {
  readonly totals: SupplyTally;
  /**
   * One tally for each part of the system. A DPP's places are counted at the DPP's first site, and a learner
   * at the learner's employer. The tallies add up to `totals`.
   */
  readonly byPlace: readonly SupplyTally[];
  /**
   * Tallies by the learner's profession. Each place of a DPP counts once for every profession that the DPP
   * supervises.
   */
  readonly byProfession: readonly SupplyTally[];
  /** Tallies by the learner's lead area. Each place of a DPP counts once for every clinical area of the DPP. */
  readonly byArea: readonly SupplyTally[];
  /** Tallies by the DPP's own profession. Counts places only, no learners. */
  readonly byDppProfession: readonly SupplyTally[];
}

interface Supplied {
  readonly practitioner: Practitioner;
  readonly places: PlaceCount;
}

const tallyOf = (
  id: string,
  supply: readonly Supplied[],
  demand: readonly SupervisionRequest[],
): SupplyTally => {
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
 * Computes supply and demand on a day: listed practitioners with their places over the next half year, and
 * open requests (each counted once, however many seats it has). Other practitioners and requests are ignored.
 */
export const supplyAndDemand = (
  practitioners: readonly Practitioner[],
  requests: readonly SupervisionRequest[],
  today: Day,
  { geography: { places }, settings }: Pick<ServiceSystem, 'geography' | 'settings'>,
): SupplyAndDemand => {
  const supply = practitioners
    .filter((practitioner) => isPublic(practitioner, today, settings))
    .map((practitioner) => ({ practitioner, places: countPlaces(practitioner, today) }));
  const demand = requests.filter(({ state }) => state === 'open');

  const by = (
    ids: readonly string[],
    supplies: (practitioner: Practitioner) => readonly string[],
    needs: (request: SupervisionRequest) => string | undefined,
  ): readonly SupplyTally[] =>
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
      places.map(({ id }) => id),
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
