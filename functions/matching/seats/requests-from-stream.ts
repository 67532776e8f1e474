import * as z from 'zod';

/** The part of a stream event that is needed: the ids of changed requests. */
const streamSchema = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        NewImage: z.object({ noun: z.object({ M: z.object({ id: z.object({ S: z.string() }) }) }) }),
      }),
    }),
  ),
});

/**
 * Reads the ids of requests with vacant seats from an event of the table's stream, without repetitions. Returns
 * undefined for an event of a schedule, which means all open requests.
 * @throws if a record of the stream cannot be read
 */
export const requestsFromStream = (event: unknown): readonly string[] | undefined => {
  if (typeof event !== 'object' || event === null || !('Records' in event)) return undefined;
  const { Records } = streamSchema.parse(event);
  return [...new Set(Records.map(({ dynamodb }) => dynamodb.NewImage.noun.M.id.S))];
};
