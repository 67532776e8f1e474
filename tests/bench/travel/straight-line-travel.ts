import type { Geography } from '../../../shared/geography/geography.ts';
import { straightMiles } from '../../../shared/geography/straight-miles.ts';
import type { Travel } from '../../../shared/geography/travel.ts';

/** Minutes for a mile in a straight line, as policies before 2026-12 counted. */
const MINUTES_A_MILE = 2.6;

/** Makes the drives that policies before 2026-12 assumed: from whole straight miles between the towns of the outcodes. */
export const straightLineTravel = ({ outcodeOf }: Pick<Geography, 'outcodeOf'>): Travel => ({
  between: (from, to) => {
    const straight = straightMiles(outcodeOf(from), outcodeOf(to));
    if (straight === undefined) return undefined;
    const miles = Math.round(straight);
    return { minutes: Math.round(miles * MINUTES_A_MILE), miles };
  },
});
