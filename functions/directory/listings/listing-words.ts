import type { Drive } from '../../../shared/geography/travel.ts';
import { roadMilesInWords } from '../../../shared/reference/drive-in-words.ts';
import { counted } from '../../../shared/reference/reference-words.ts';
import type { Listing } from '../../../shared/directory/listing.ts';

/** Makes one line for each site, with its town and its place: "Saltmouth, North Shore". */
export const siteWords = ({ sites }: Listing): readonly string[] =>
  sites.map(({ town, place }) => (town === place.words ? town : `${town}, ${place.words}`));

/** Names all sites on one line. */
export const placeAndTown = (listing: Listing): string => siteWords(listing).join('; ');

/** Writes a drive as "About 20 minutes from AB1, 11 miles by road". */
export const driveWords = ({ minutes, miles }: Drive, from: string): string =>
  `About ${counted(minutes, 'minute')} from ${from}, ${roadMilesInWords(miles)}`;
