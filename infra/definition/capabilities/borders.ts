import { capabilitiesOf } from './capabilities-of.ts';
import { looking, sweeping } from './common-uses.ts';

/** The function that offers free places across the borders of systems that agreed to it. */
export const borders = capabilitiesOf('borders', [
  {
    verb: 'share-places',
    effect:
      'Learners near a border are not offered to the DPPs of the neighbour, and lent places do not return.',
    timing: sweeping,
    // Erasing the copy of a listing reads its audit rows and releases claims.
    table: [...looking, 'read-partition', 'remove'],
    settings: [],
  },
]);
