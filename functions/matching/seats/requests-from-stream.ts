import * as z from 'zod';

/** What the stream says about changed rows, as far as it is needed: which requests they are. */
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
 * What started a run: the ids of requests that seek, each once, when it was the table's stream; undefined (all open
 * requests) when it was the schedule. A record that cannot be read is a surprise and thrown.
 */
export const requestsFromStream = (event: unknown): readonly string[] | undefined => {
  if (typeof event !== 'object' || event === null || !('Records' in event)) return undefined;
  const { Records } = streamSchema.parse(event);
  return [...new Set(Records.map(({ dynamodb }) => dynamodb.NewImage.noun.M.id.S))];
};
