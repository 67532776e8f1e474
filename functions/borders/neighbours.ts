import type { FunctionSystem } from '../store/function-system.ts';
import type { FunctionSystems } from '../store/function-systems.ts';

/**
 * Finds the neighbouring systems with which a system shares free places. Both sides must have agreed: a system that
 * names a neighbour which does not name it back shares nothing.
 */
export const sharingNeighbours = async (
  systems: Pick<FunctionSystems, 'find'>,
  { system, sharesWith }: FunctionSystem,
): Promise<readonly FunctionSystem[]> => {
  const named = await Promise.all(sharesWith.map((id) => systems.find(id)));
  return named.flatMap((neighbour) =>
    neighbour !== undefined && neighbour.sharesWith.includes(system.id) ? [neighbour] : [],
  );
};
