import { placesFree, placesNotAskedAbout } from '../../capacity/capacity.ts';
import { counted } from '../../reference/reference-words.ts';
import { changeForAll } from './near-miss.ts';
import { requirement } from './requirement.ts';

/**
 * A place that no offer to the practitioner asks about: nobody is asked about more learners than they have places for.
 * Met if no place is free, because `placeFree` says so.
 */
export const placeNotAskedAbout = requirement({
  name: 'place-not-asked-about',
  label: 'Free places that no offer asks about',
  meets: ({ period, request }, practitioner) =>
    practitioner.pendingOffers.length === 0 ||
    placesNotAskedAbout(practitioner, period, { requestId: request.id }) >= 1 ||
    placesFree(practitioner, period, { requestId: request.id }) < 1,
  compared: () => ({ wanted: 1, found: 0 }),
  kind: ({ id, pendingOffers }) => (pendingOffers.length === 0 ? '' : id),
});

export const waitForAnswer = changeForAll(
  placeNotAskedAbout.name,
  'wait-for-answer',
  (count) =>
    `${counted(count, 'more DPP')} would fit, but ${count === 1 ? 'their place is' : 'their places are'} being asked about for other learners. We will ask ${count === 1 ? 'this DPP' : 'these DPPs'} if a place stays free.`,
);
