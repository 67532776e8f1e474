import * as z from 'zod';
import type { Drive, Travel } from '../geography/travel.ts';

/**
 * Schema of `travel.json`: the drives between all outcodes of a system and of its neighbours, in both directions alike.
 * Row by row, `minutes` and `tenthsOfMiles` hold the drives from an outcode to itself and to the outcodes after it. A
 * system without a road graph has no outcodes here.
 */
export const publishedTravelSchema = z.strictObject({
  outcodes: z.array(z.string()),
  minutes: z.array(z.int().nonnegative()),
  tenthsOfMiles: z.array(z.int().nonnegative()),
});
export type PublishedTravel = z.infer<typeof publishedTravelSchema>;

/** Returns how many drives come before those of an outcode, in a list of `count` outcodes. */
const rowStart = (index: number, count: number): number => index * count - (index * (index - 1)) / 2;

/** Returns the position of the drive between two outcodes, each given by its position in the list of `count`. */
export const positionOfDrive = (from: number, to: number, count: number): number =>
  from <= to ? rowStart(from, count) + to - from : rowStart(to, count) + from - to;

/** Reads the published drives of a system. */
export const travelFrom = ({ outcodes, minutes, tenthsOfMiles }: PublishedTravel): Travel => {
  const indexOf = new Map(outcodes.map((outcode, index) => [outcode, index]));
  return {
    between: (from, to): Drive | undefined => {
      const [a, b] = [indexOf.get(from), indexOf.get(to)];
      if (a === undefined || b === undefined) return undefined;
      const position = positionOfDrive(a, b, outcodes.length);
      const [time, tenths] = [minutes[position], tenthsOfMiles[position]];
      return time === undefined || tenths === undefined ? undefined : { minutes: time, miles: tenths / 10 };
    },
  };
};
