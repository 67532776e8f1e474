import { minutesForMiles, type Roads } from '../geography/travel-reach.ts';
import type { SupervisionRequest } from './request.ts';

/**
 * Returns the most minutes by road that a learner would travel. Converts the miles of a request that version 0.2.0 or
 * earlier stored.
 */
export const travelLimit = (
  { maxMinutes, maxMiles, site }: Pick<SupervisionRequest, 'maxMinutes' | 'maxMiles' | 'site'>,
  roads: Roads,
): number => maxMinutes ?? minutesForMiles(roads, site.outcode, maxMiles);
