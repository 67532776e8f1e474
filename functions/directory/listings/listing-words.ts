import type { Listing } from '../../../shared/directory/listing.ts';

/** "Gillingham, Medway and Swale", one line for each site. */
export const siteWords = ({ sites }: Listing): readonly string[] =>
  sites.map(({ town, place }) => (town === place.words ? town : `${town}, ${place.words}`));

/** All sites in one line. */
export const placeAndTown = (listing: Listing): string => siteWords(listing).join('; ');

/** "6 miles from ME7, straight line". Whole miles only, because distances are between towns. */
export const milesWords = (miles: number, from: string): string => {
  const distance = miles === 0 ? 'Less than a mile' : miles === 1 ? '1 mile' : `${miles} miles`;
  return `${distance} from ${from}, straight line`;
};
