import * as z from 'zod';

/** Schema of the parameters with which a worker starts. */
export const workerStart = z.object({
  file: z.string(),
  offset: z.instanceof(SharedArrayBuffer),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMegabytes: z.number(),
});

export type WorkerStart = z.infer<typeof workerStart>;

/**
 * Schema of a message that gives a worker one event. `deadline` is in milliseconds since 1970 by this
 * machine's clock, not by the movable one.
 */
export const invocation = z.object({ event: z.unknown(), requestId: z.string(), deadline: z.number() });

export type Invocation = z.infer<typeof invocation>;

/** Schema of the result of one invocation. */
export const outcome = z.union([
  z.object({ ok: z.literal(true), answer: z.unknown() }),
  z.object({ ok: z.literal(false), errorType: z.string(), errorMessage: z.string() }),
]);

export type Outcome = z.infer<typeof outcome>;
