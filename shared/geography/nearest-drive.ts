import type { Drive, Travel } from './travel.ts';

/** Finds the shortest drive, by minutes, to one of several outcodes; undefined if none is known. */
export const nearestDrive = (
  { between }: Travel,
  from: string,
  outcodes: readonly string[],
): Drive | undefined =>
  outcodes
    .flatMap((to) => between(from, to) ?? [])
    .reduce<Drive | undefined>(
      (best, drive) => (best === undefined || drive.minutes < best.minutes ? drive : best),
      undefined,
    );
