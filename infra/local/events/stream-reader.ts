import * as z from 'zod';
import { type AwsCall, AwsRefusal } from '../network/aws-call.ts';

const streamRecord = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number() }),
});

/** A changed row, in the format shared by DynamoDB Streams and Lambda. */
export type StreamRecord = z.infer<typeof streamRecord>;

const described = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })).default([]),
  }),
});
const positioned = z.object({ ShardIterator: z.string() });
const records = z.object({ Records: z.array(streamRecord), NextShardIterator: z.string().optional() });

interface Batch {
  readonly shardId: string;
  readonly records: readonly StreamRecord[];
}

/** Reads a stream from its oldest record, shard by shard. */
export interface StreamReader {
  /** The next records, if any, in one batch per shard. */
  next(): Promise<readonly Batch[]>;
}

/**
 * @param call function that calls the DynamoDB Streams API, with the permissions of the function that
 *   receives the records
 */
export const streamReader = (call: AwsCall, streamArn: string): StreamReader => {
  const iterators = new Map<string, string>();
  const finished = new Set<string>();
  let knowsShards = false;

  const open = async (shardId: string): Promise<void> => {
    const { ShardIterator } = positioned.parse(
      await call('DynamoDBStreams_20120810.GetShardIterator', {
        StreamArn: streamArn,
        ShardId: shardId,
        ShardIteratorType: 'TRIM_HORIZON',
      }),
    );
    iterators.set(shardId, ShardIterator);
  };

  /** Opens a shard only after its parent was read to the end, to keep the changes of a row in order. */
  const lookForShards = async (): Promise<void> => {
    const { StreamDescription } = described.parse(
      await call('DynamoDBStreams_20120810.DescribeStream', { StreamArn: streamArn }),
    );
    for (const { ShardId, ParentShardId } of StreamDescription.Shards) {
      if (iterators.has(ShardId) || finished.has(ShardId)) continue;
      if (ParentShardId === undefined || !iterators.has(ParentShardId)) await open(ShardId);
    }
    knowsShards = iterators.size > 0;
  };

  const read = async ([shardId, iterator]: readonly [string, string]): Promise<Batch> => {
    try {
      const { Records, NextShardIterator } = records.parse(
        await call('DynamoDBStreams_20120810.GetRecords', { ShardIterator: iterator, Limit: 1000 }),
      );
      if (NextShardIterator === undefined) {
        iterators.delete(shardId);
        finished.add(shardId);
        knowsShards = false;
      } else iterators.set(shardId, NextShardIterator);
      return { shardId, records: Records };
    } catch (error) {
      if (!(error instanceof AwsRefusal) || !error.type.includes('Iterator')) throw error;
      // The iterator has expired: it is valid for 15 minutes, and the machine may have been suspended. Reads again
      // from the oldest record, which is safe because every consumer is idempotent.
      await open(shardId);
      return { shardId, records: [] };
    }
  };

  return {
    next: async () => {
      if (!knowsShards) await lookForShards();
      const batches: Batch[] = [];
      for (const shard of [...iterators]) batches.push(await read(shard));
      return batches.filter((batch) => batch.records.length > 0);
    },
  };
};
