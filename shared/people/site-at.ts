import type { Geography } from '../geography/geography.ts';
import type { Site } from '../reference/vocabulary.ts';

/**
 * The site of a valid outcode, with its town and place.
 * @throws for an unknown outcode, which the journeys refuse earlier
 */
export const siteAt = (written: string, { outcodeOf }: Geography): Site => {
  const found = outcodeOf(written);
  if (found === undefined) throw new Error('outcode outside the system');
  return { outcode: found.outcode, town: found.town, place: found.place };
};
