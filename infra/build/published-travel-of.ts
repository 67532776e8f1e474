import { csvRows } from '../../shared/kernel/csv-rows.ts';
import {
  positionOfDrive,
  type PublishedTravel,
  publishedTravelSchema,
} from '../../shared/systems/published-travel.ts';

/** Reads the text of a `travel.csv` as drives to publish; an empty text gives none. */
export const publishedTravelOf = (csv: string): PublishedTravel => {
  const rows = csvRows(csv);
  const outcodes = [
    ...new Set(rows.flatMap((row) => [row['outcode_from'] ?? '', row['outcode_to'] ?? ''])),
  ].sort();
  const indexOf = new Map(outcodes.map((outcode, index) => [outcode, index]));
  const minutes: number[] = [];
  const tenthsOfMiles: number[] = [];
  for (const row of rows) {
    const [from, to] = [indexOf.get(row['outcode_from'] ?? ''), indexOf.get(row['outcode_to'] ?? '')];
    const position = positionOfDrive(from ?? 0, to ?? 0, outcodes.length);
    minutes[position] = Number(row['road_minutes']);
    tenthsOfMiles[position] = Math.round(Number(row['road_miles']) * 10);
  }
  return publishedTravelSchema.parse({ outcodes, minutes, tenthsOfMiles });
};
