import type { PublishedSystem } from '../../shared/systems/published-system.ts';

/** A system of a stage with the settings that its functions read. */
interface SystemOfStage {
  readonly id: string;
  readonly placeLeads: Readonly<Record<string, string>>;
}

/** What the deployment's file says of a system besides its settings. */
interface Described {
  readonly board: string;
  readonly boardName: string;
  readonly name: string;
  /** Outcodes at its border that each of the deployment's other systems serves, by system. */
  readonly neighbours: Readonly<Record<string, readonly string[]>>;
}

/**
 * Makes the content of the file that tells functions which systems a deployment serves.
 *
 * @throws Error with a line for each wrong setting, if settings do not fit the data of their system
 */
export const deploymentFile = <System extends SystemOfStage>(
  systems: readonly System[],
  dataOf: (id: string) => PublishedSystem,
): readonly (System & Described)[] => {
  const mistakes = systems.flatMap(({ id, placeLeads }) => {
    const places = dataOf(id).places.map((place) => place.id);
    return Object.keys(placeLeads)
      .filter((place) => !places.includes(place))
      .map((place) => `${id}, placeLeads: there is no place “${place}”. Places: ${places.join(', ')}`);
  });
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return systems.map((system) => {
    const { board, name, neighbouringOutcodes = [] } = dataOf(system.id);
    const atBorder = new Set(neighbouringOutcodes.map(({ outcode }) => outcode));
    const others = systems.filter(({ id }) => id !== system.id);
    const neighbours = Object.fromEntries(
      others.flatMap(({ id }) => {
        const served = dataOf(id).outcodes.map(({ outcode }) => outcode);
        const shared = served.filter((outcode) => atBorder.has(outcode));
        return shared.length === 0 ? [] : [[id, shared]];
      }),
    );
    return { ...system, board: board.ods, boardName: board.name, name, neighbours };
  });
};
