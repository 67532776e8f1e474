import * as z from 'zod';
import type { Log } from '../platform/log.ts';
import type { FunctionSystem } from './function-system.ts';
import type { FunctionSystems } from './function-systems.ts';

/** The reply to a stream or queue: the records to deliver again. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

interface Deps {
  readonly systems: Pick<FunctionSystems, 'find'>;
  readonly log: Pick<Log, 'event'>;
  /** Returns the id of the system that a record is about; undefined for the only system of a deployment. */
  readonly systemIdOf: (record: unknown) => string | undefined;
}

const batchSchema = z.object({ Records: z.array(z.unknown()) });

/**
 * Hands each system the records of a batch that are about it, in their order. Leaves out records about a system that
 * the deployment does not have.
 */
export const systemsOfBatch =
  (
    { systems, log, systemIdOf }: Deps,
    taskOf: (functionSystem: FunctionSystem) => (event: unknown) => Promise<BatchAnswer>,
  ): ((event: unknown) => Promise<BatchAnswer>) =>
  async (event) => {
    const { Records } = batchSchema.parse(event);
    const batchItemFailures: { readonly itemIdentifier: string }[] = [];
    for (const [id, records] of Map.groupBy(Records, systemIdOf)) {
      const functionSystem = await systems.find(id);
      if (functionSystem === undefined) {
        log.event('system-unknown', { count: records.length, ...(id === undefined ? {} : { system: id }) });
        continue;
      }
      batchItemFailures.push(...(await taskOf(functionSystem)({ Records: records })).batchItemFailures);
    }
    return { batchItemFailures };
  };
