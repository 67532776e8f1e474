import * as z from 'zod';
import { plants } from './planted.ts';
import { runSeed } from './run-seed.ts';

export { plants } from './planted.ts';
export { runSeed } from './run-seed.ts';
export { shortest } from './shrink.ts';

const orderSchema = z.object({
  operations: z.number(),
  /** Seeds to run, with the name of the planted fault, if any. */
  parts: z.array(z.object({ seed: z.number(), plant: z.string().optional() })),
});

/** Runs the seeds of a campaign that were given to this process, and sends one report for each seed. */
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

/** Last command-line argument of a child process that is started with this file. */
export const PART = 'part';

if (process.argv.at(-1) === PART)
  process.once('message', (message) => {
    void work(orderSchema.parse(message)).then(() => process.disconnect());
  });
