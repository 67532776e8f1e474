import type { Geography } from './geography.ts';
import { straightMiles } from './straight-miles.ts';
import type { Travel } from './travel.ts';

const MINUTES_A_MILE = 2.6;

/** Makes drives of whole miles from the straight lines between the towns of a system's outcodes. */
export const straightLineTravel = ({ outcodeOf }: Geography): Travel => ({
  between: (from, to) => {
    const straight = straightMiles(outcodeOf(from), outcodeOf(to));
    if (straight === undefined) return undefined;
    const miles = Math.round(straight);
    return { minutes: Math.round(miles * MINUTES_A_MILE), miles };
  },
});
