import { formulaTravel } from '../geography/formula-travel.ts';
import type { Travel } from '../geography/travel.ts';
import { type PublishedTravel, travelFrom } from './published-travel.ts';
import type { SystemFile } from './system-file.ts';

/**
 * Makes the drives of a system: those that its road graph gave and, for outcodes outside the graph, estimates by
 * formula.
 */
export const systemTravel = (
  { outcodes, places }: Pick<SystemFile, 'outcodes' | 'places'>,
  published: PublishedTravel,
): Travel => {
  const [byRoad, byFormula] = [travelFrom(published), formulaTravel({ outcodes, places })];
  return { between: (from, to) => byRoad.between(from, to) ?? byFormula.between(from, to) };
};
