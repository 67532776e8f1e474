import type { Geography } from './geography.ts';
import { straightMiles } from './straight-miles.ts';
import type { Travel } from './travel.ts';

/** The outcodes of a system and the drives between them. */
export interface Roads {
  readonly geography: Pick<Geography, 'outcodes' | 'outcodeOf'>;
  readonly travel: Travel;
}

/** Lists the outcodes of the system with their minutes by road and their whole straight miles from a start. */
const reachesFrom = ({ geography: { outcodes, outcodeOf }, travel }: Roads, from: string) => {
  const start = outcodeOf(from);
  return outcodes.flatMap((to) => {
    const [minutes, straight] = [travel.between(from, to.outcode)?.minutes, straightMiles(start, to)];
    return minutes === undefined || straight === undefined ? [] : [{ minutes, miles: Math.round(straight) }];
  });
};

/**
 * Converts a limit in straight miles into one in minutes by road: the minutes to the outcode within these miles that
 * takes longest. 0 if the start is unknown.
 */
export const minutesForMiles = (roads: Roads, from: string, miles: number): number =>
  Math.max(
    0,
    ...reachesFrom(roads, from)
      .filter((reach) => reach.miles <= miles)
      .map(({ minutes }) => minutes),
  );

/**
 * Converts a limit in minutes by road into one in whole straight miles: the miles to the furthest outcode that can be
 * reached in these minutes. At least 1.
 */
export const milesForMinutes = (roads: Roads, from: string, minutes: number): number =>
  Math.max(
    1,
    ...reachesFrom(roads, from)
      .filter((reach) => reach.minutes <= minutes)
      .map(({ miles }) => miles),
  );
