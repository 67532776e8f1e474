import { outcodeOf } from './outcodes.ts';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS_MILES = 3958.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula, in whole miles. */
const milesBetweenPoints = (a: Point, b: Point): number => {
  const halfChord =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(halfChord)));
};

/**
 * Straight-line distance between the towns of two outcodes, in whole miles; undefined if either is unknown.
 */
export const milesBetween = (from: string, to: string): number | undefined => {
  const a = outcodeOf(from);
  const b = outcodeOf(to);
  return a === undefined || b === undefined ? undefined : milesBetweenPoints(a, b);
};
