import type { SystemFile } from '../../shared/systems/system-file.ts';

type Areas = Pick<SystemFile, 'places' | 'districts' | 'outcodes'>;

/**
 * Lists what a system has that the one into which it is to be merged has not: places, districts and outcodes. The rows
 * of the merged system name them.
 */
export const missingGeography = (from: Areas, into: Areas): readonly string[] => {
  const missing = (what: string, old: readonly string[], own: readonly string[]): readonly string[] => {
    const known = new Set(own);
    return old.filter((one) => !known.has(one)).map((one) => `${what} ${one}`);
  };
  const idsOf = (system: Areas) => system.places.map(({ id }) => id);
  const districtsOf = (system: Areas) => system.districts.map(({ ons }) => ons);
  const outcodesOf = (system: Areas) => system.outcodes.map(({ outcode }) => outcode);
  return [
    ...missing('place', idsOf(from), idsOf(into)),
    ...missing('district', districtsOf(from), districtsOf(into)),
    ...missing('outcode', outcodesOf(from), outcodesOf(into)),
  ];
};
