import type { NeighbouringService, ServiceSystem } from '../../shared/systems/service-system.ts';
import type { FunctionSystem, SystemSettings } from './function-system.ts';
import type { SystemFiles } from './system-files.ts';
import type { Table } from './table/table.ts';

/** The systems of a deployment. */
export interface FunctionSystems {
  /** Finds a system by id. Without an id, finds the only system of the deployment. */
  readonly find: (id: string | undefined) => Promise<FunctionSystem | undefined>;
  readonly all: () => Promise<readonly FunctionSystem[]>;
  /** Lists the ids of all systems, without reading their data. */
  readonly ids: () => Promise<readonly string[]>;
}

interface Deps {
  readonly files: SystemFiles;
  /** Opens the part of the table that belongs to a system and to those merged into it. */
  readonly tableOf: (id: string, merged: readonly string[]) => Table;
}

interface Kept {
  readonly settings: SystemSettings;
  readonly data: ServiceSystem;
  readonly made: FunctionSystem;
}

/** The services of the other systems of a deployment. */
const servicesBeside = (
  { id, neighbours }: SystemSettings,
  all: readonly SystemSettings[],
): readonly NeighbouringService[] =>
  all
    .filter((other) => other.id !== id)
    .map(({ id: otherId, board, boardName, name, siteUrl }) => ({
      id: otherId,
      board,
      boardName,
      name,
      siteUrl,
      outcodes: neighbours[otherId] ?? [],
    }));

/** Makes each system when it is first needed, and keeps it until its data or its settings change. */
export const functionSystemsOf = ({ files, tableOf }: Deps): FunctionSystems => {
  const kept = new Map<string, Kept>();
  const systemOf = async (
    settings: SystemSettings,
    all: readonly SystemSettings[],
  ): Promise<FunctionSystem> => {
    const {
      id,
      board: _board,
      boardName: _boardName,
      name: _name,
      neighbours: _neighbours,
      merged,
      ...own
    } = settings;
    const data = await files.system(id);
    const before = kept.get(id);
    if (before?.settings === settings && before.data === data) return before.made;
    const system = { ...data, neighbouringServices: servicesBeside(settings, all) };
    const mergedIds = merged.flatMap((one) => one.id ?? []);
    const table = before?.settings === settings ? before.made.table : tableOf(id, mergedIds);
    const made = { ...own, system, map: () => files.map(id), table };
    kept.set(id, { settings, data, made });
    return made;
  };
  return {
    find: async (id) => {
      const settings = await files.settings();
      const [only, ...others] = settings;
      const wanted = id === undefined && others.length === 0 ? only : settings.find((one) => one.id === id);
      return wanted === undefined ? undefined : systemOf(wanted, settings);
    },
    ids: async () => (await files.settings()).map(({ id }) => id),
    all: async () => {
      const settings = await files.settings();
      return Promise.all(settings.map((one) => systemOf(one, settings)));
    },
  };
};
