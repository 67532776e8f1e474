import * as z from 'zod';
import { explained } from './criterion.ts';

/**
 * A part of the cost that rounds add for the other seats of a team, which are filled after the seat that
 * signs off.
 */
export const team = explained({
  name: 'team',
  label: 'Place of the person who signs off',
  facts: z.object({ signsOff: z.string(), practitioner: z.string() }),
  toTeam: ({ signsOff, practitioner }, { placeName }) =>
    practitioner === undefined || signsOff === undefined
      ? []
      : [`DPP: ${placeName(practitioner)}`, `who signs off: ${placeName(signsOff)}`],
});
