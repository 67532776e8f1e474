import type { ServiceSystem } from '../../shared/systems/service-system.ts';
import type { FunctionSystem, SystemSettings } from './function-system.ts';
import type { Table } from './table/table.ts';

/** The systems of a deployment. */
export interface FunctionSystems {
  /** Finds a system by id. Without an id, finds the only system of the deployment. */
  readonly find: (id: string | undefined) => Promise<FunctionSystem | undefined>;
  readonly all: () => Promise<readonly FunctionSystem[]>;
}

interface Deps {
  readonly settings: readonly SystemSettings[];
  readonly readSystem: (id: string) => Promise<ServiceSystem>;
  readonly tableOf: (id: string) => Table;
}

/** Makes each system when it is first needed, and keeps it. A failed read is tried again at the next call. */
export const functionSystemsOf = ({ settings, readSystem, tableOf }: Deps): FunctionSystems => {
  const kept = new Map<string, Promise<FunctionSystem>>();
  const make = async ({ id, ...own }: SystemSettings): Promise<FunctionSystem> => ({
    ...own,
    system: await readSystem(id),
    table: tableOf(id),
  });
  const systemOf = async (one: SystemSettings): Promise<FunctionSystem> => {
    const made = kept.get(one.id) ?? make(one);
    kept.set(one.id, made);
    try {
      return await made;
    } catch (failure) {
      kept.delete(one.id);
      throw failure;
    }
  };
  return {
    find: async (id) => {
      const [only, ...others] = settings;
      const wanted = id === undefined && others.length === 0 ? only : settings.find((one) => one.id === id);
      return wanted === undefined ? undefined : systemOf(wanted);
    },
    all: () => Promise.all(settings.map(systemOf)),
  };
};
