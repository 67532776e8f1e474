import { type Capacity, placesFree, placesUsed } from './capacity.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { addDays, type Day, overlapDays, type Period } from '../kernel/time.ts';

/** Number of days for which a place must be free: about the length of one course. */
export const LOOK_AHEAD_DAYS = 182;
/** A place still counts if the DPP supervises for at least this many days before they stop. */
const SHORTEST_DAYS = 28;

export type Offering = Capacity & Pick<Practitioner, 'availableFrom' | 'availableTo'>;

/** First day on which a practitioner takes learners: today, or the later day that they named. */
export const startOf = ({ availableFrom }: Offering, today: Day): Day =>
  availableFrom > today ? availableFrom : today;

/**
 * The period from `day` in which a place must be free, cut short if the DPP stops earlier; undefined if the
 * rest of the period is too short.
 */
const stretchFrom = ({ availableTo }: Offering, day: Day): Period | undefined => {
  const ahead = addDays(day, LOOK_AHEAD_DAYS);
  const stretch = { from: day, to: availableTo !== undefined && availableTo < ahead ? availableTo : ahead };
  return overlapDays(stretch, stretch) < SHORTEST_DAYS ? undefined : stretch;
};

export interface PlaceCount {
  readonly offered: number;
  readonly taken: number;
  readonly free: number;
}

/**
 * Counts places over the half year from the day on which the practitioner starts to take learners. `taken`
 * may exceed `offered`, because lowering the number of places ends no match. A DPP who stops within four
 * weeks offers none.
 */
export const countPlaces = (offering: Offering, today: Day): PlaceCount => {
  const stretch = stretchFrom(offering, startOf(offering, today));
  return stretch === undefined
    ? { offered: 0, taken: 0, free: 0 }
    : {
        offered: offering.placesOffered,
        taken: placesUsed(offering, stretch),
        free: placesFree(offering, stretch),
      };
};

/**
 * First day from which a place is free for half a year, or until the DPP stops; undefined if there is no such
 * day.
 */
export const freeFrom = (offering: Offering, today: Day): Day | undefined => {
  const start = startOf(offering, today);
  const ends = [...offering.commitments, ...offering.pendingOffers, ...(offering.lentPlaces ?? [])].map(
    ({ to }) => addDays(to, 1),
  );
  return [start, ...ends]
    .filter((day) => day >= start)
    .toSorted()
    .find((day) => {
      const stretch = stretchFrom(offering, day);
      return stretch !== undefined && placesFree(offering, stretch) > 0;
    });
};
