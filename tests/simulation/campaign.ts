import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { plants } from './planted.ts';
import { runSeed } from './run-seed.ts';

export { plants } from './planted.ts';
export { runSeed } from './run-seed.ts';
export { shortest } from './shrink.ts';

const orderSchema = z.object({
  campaign: z.literal(true),
  operations: z.number(),
  /** Which seeds, with the name of the fault that is planted, if one is. */
  parts: z.array(z.object({ seed: z.number(), plant: z.string().optional() })),
});

/** A worker's part of a campaign: reports of its seeds, one message each. */
const work = async (order: z.infer<typeof orderSchema>): Promise<void> => {
  for (const { seed, plant } of order.parts) {
    const report = await runSeed({
      seed,
      operations: order.operations,
      plant: plants.find(({ name }) => name === plant),
    });
    parentPort?.postMessage({ ...report, plant });
  }
};

if (!isMainThread) {
  const order = orderSchema.safeParse(workerData);
  if (order.success) await work(order.data);
}
