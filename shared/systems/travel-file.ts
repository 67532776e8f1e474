import type { RoadDrive } from './road-drives.ts';

const header = 'outcode_from,outcode_to,road_minutes,road_miles,method,confidence';

/** Formats drives as the text of a system's `travel.csv`. */
export const travelFileText = (drives: readonly RoadDrive[]): string =>
  [
    header,
    ...drives.map(({ from, to, minutes, miles, method, confidence }) =>
      [from, to, minutes, miles.toFixed(1), method, confidence].join(','),
    ),
    '',
  ].join('\n');
