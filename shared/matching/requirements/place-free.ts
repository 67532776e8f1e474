import { placesFree } from '../../capacity/capacity.ts';
import { counted } from '../../reference/reference-words.ts';
import { changeForAll } from './near-miss.ts';
import { requirement } from './requirement.ts';

/** A place that is free on every day of the learner's period. */
export const placeFree = requirement({
  name: 'place-free',
  label: 'Places free in the period',
  meets: ({ period, request }, practitioner) =>
    placesFree(practitioner, period, { requestId: request.id }) >= 1,
  compared: () => ({ wanted: 1, found: 0 }),
  kind: ({ id, placesOffered, commitments, pendingOffers, lentPlaces = [] }) =>
    commitments.length + pendingOffers.length + lentPlaces.length === 0 ? placesOffered : id,
});

export const waitForPlace = changeForAll(
  placeFree.name,
  'wait-for-place',
  (count) =>
    `${counted(count, 'more DPP')} would fit, but ${count === 1 ? 'has' : 'have'} no free place on your dates. We will ask them when a place is free.`,
);
