import * as z from 'zod';
import { plants } from './planted.ts';
import { runSeed } from './run-seed.ts';

export { plants } from './planted.ts';
export { runSeed } from './run-seed.ts';
export { shortest } from './shrink.ts';

const orderSchema = z.object({
  operations: z.number(),
  /** Which seeds, with the name of the fault that is planted, if one is. */
  parts: z.array(z.object({ seed: z.number(), plant: z.string().optional() })),
});

/** A process's part of a campaign: reports of its seeds, one message each. */
const work = async (order: z.infer<typeof orderSchema>): Promise<void> => {
  for (const { seed, plant } of order.parts) {
    const report = await runSeed({
      seed,
      operations: order.operations,
      plant: plants.find(({ name }) => name === plant),
    });
    process.send?.({ ...report, plant });
  }
  const { user, system } = process.cpuUsage();
  process.send?.({ processorSeconds: (user + system) / 1e6 });
};

/** What this file is given as its last argument where it is a process of its own: whoever starts it says so. */
export const PART = 'part';

if (process.argv.at(-1) === PART)
  process.once('message', (message) => {
    void work(orderSchema.parse(message)).then(() => process.disconnect());
  });
