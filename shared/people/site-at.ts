import { outcodeOf } from '../geography/outcodes.ts';
import type { Site } from '../reference/vocabulary.ts';

/** A checked outcode → the site: its town and place. An unknown outcode is a surprise: journeys refuse it first. */
export const siteAt = (written: string): Site => {
  const found = outcodeOf(written);
  if (found === undefined) throw new Error('outcode outside Kent and Medway');
  return { outcode: found.outcode, town: found.town, place: found.place };
};
