import type { Listing } from '../../../shared/directory/listing.ts';

/** Makes one line for each site, with its town and its place: "Gillingham, Medway and Swale". */
export const siteWords = ({ sites }: Listing): readonly string[] =>
  sites.map(({ town, place }) => (town === place.words ? town : `${town}, ${place.words}`));

/** Names all sites on one line. */
export const placeAndTown = (listing: Listing): string => siteWords(listing).join('; ');

/**
 * Writes a distance as "6 miles from ME7, straight line". Gives whole miles, because distances are measured
 * between towns.
 */
export const milesWords = (miles: number, from: string): string => {
  const distance = miles === 0 ? 'Less than a mile' : miles === 1 ? '1 mile' : `${miles} miles`;
  return `${distance} from ${from}, straight line`;
};
