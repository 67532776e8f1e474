import * as z from 'zod';

/** Start parameters of a worker. */
export const workerStart = z.object({
  file: z.string(),
  offset: z.instanceof(SharedArrayBuffer),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMegabytes: z.number(),
});

export type WorkerStart = z.infer<typeof workerStart>;

/** One event for a worker. `deadline` is in milliseconds since 1970 by this machine's real clock. */
export const invocation = z.object({ event: z.unknown(), requestId: z.string(), deadline: z.number() });

export type Invocation = z.infer<typeof invocation>;

/** Result of one invocation. */
export const outcome = z.union([
  z.object({ ok: z.literal(true), answer: z.unknown() }),
  z.object({ ok: z.literal(false), errorType: z.string(), errorMessage: z.string() }),
]);

export type Outcome = z.infer<typeof outcome>;
