import * as z from 'zod';

/** The parts of an HTTP API event (payload format 2.0) that we use. Header names are in lower case. */
export const lambdaEventSchema = z.object({
  rawPath: z.string(),
  rawQueryString: z.string(),
  headers: z.record(z.string(), z.string().optional()),
  requestContext: z.object({ http: z.object({ method: z.string(), sourceIp: z.string() }) }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
});
export type LambdaEvent = z.infer<typeof lambdaEventSchema>;
