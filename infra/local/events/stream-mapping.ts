import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Authorise } from '../lambda/authorise.ts';
import type { AwsCall } from '../network/aws-call.ts';
import { deliverBatch } from './deliver-batch.ts';
import { matchesPattern } from './event-pattern.ts';
import type { LocalFunction, LocalFunctions } from '../lambda/functions.ts';
import type { SendToDeadLetters } from './send-to-dead-letters.ts';
import type { StreamMarkers } from './stream-markers.ts';
import { type StreamRecord, streamReader } from './stream-reader.ts';
import { pollingTrigger, type PollingTrigger } from './polling-trigger.ts';

export const streamMapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  StartingPosition: z.literal('TRIM_HORIZON'),
  BatchSize: z.number(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
  BisectBatchOnFunctionError: z.literal(true),
  /** -1 stands for no limit. */
  MaximumRetryAttempts: z.number(),
  MaximumRecordAgeInSeconds: z.number(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
});

type Mapping = z.infer<typeof streamMapping>;

interface Setup {
  readonly mapping: Mapping;
  readonly target: LocalFunction;
  readonly functions: Pick<LocalFunctions, 'invoke'>;
  /** Calls the stream's API with the permissions of the function that receives the records. */
  readonly call: AwsCall;
  readonly markers: StreamMarkers;
  readonly deadLetter: SendToDeadLetters;
  readonly isPaused: () => boolean;
  readonly authorise: Authorise;
}

/** Polling interval in milliseconds. A write through the proxy triggers a poll at once. */
const POLL_INTERVAL_MS = 1_000;
/** Milliseconds between retries. Lambda backs off longer, which is too slow for development. */
const RETRY_DELAY_MS = 50;
/** Number of retries that stands for no limit. Lambda retries until the record is too old, which takes hours. */
const RETRIES_WITHOUT_LIMIT = 20;

/**
 * Delivers changed rows to a function as Lambda does: in batches of the rows that match its filter. A batch
 * that fails is halved and retried, and rows that fail every attempt are given up.
 */
export const streamTrigger = (setup: Setup): PollingTrigger => {
  const { mapping, target, functions, call, markers, deadLetter, isPaused, authorise } = setup;
  // Lambda checks this permission once, when it creates the mapping.
  const listing = authorise(
    target.id,
    [{ action: 'dynamodb:ListStreams', resource: mapping.EventSourceArn }],
    'trigger',
  );
  if (listing !== undefined) throw new Error(listing);
  const reader = streamReader(call, mapping.EventSourceArn);
  const patterns = mapping.FilterCriteria.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern));
  const wanted = (record: StreamRecord) => patterns.some((pattern) => matchesPattern(pattern, record));
  const tooOld = ({ dynamodb }: StreamRecord) =>
    Date.now() / 1000 - dynamodb.ApproximateCreationDateTime > mapping.MaximumRecordAgeInSeconds;

  const giveUp = (records: readonly StreamRecord[], shardId: string, attempts: number): void => {
    deadLetter(target, mapping.DestinationConfig.OnFailure.Destination, {
      requestContext: {
        requestId: randomUUID(),
        functionArn: target.arn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: attempts,
      },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
        endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
        batchSize: records.length,
        streamArn: mapping.EventSourceArn,
      },
    });
  };

  const delivery = (shardId: string) => ({
    invoke: (records: readonly StreamRecord[]) =>
      functions.invoke(target.id, {
        Records: records.map((record) => ({ ...record, eventSourceARN: mapping.EventSourceArn })),
      }),
    giveUp: (records: readonly StreamRecord[], attempts: number) => giveUp(records, shardId, attempts),
    mostRetries: mapping.MaximumRetryAttempts === -1 ? RETRIES_WITHOUT_LIMIT : mapping.MaximumRetryAttempts,
    isTooOld: tooOld,
    pause: (retries: number) =>
      new Promise<void>((again) => setTimeout(again, RETRY_DELAY_MS * 2 ** Math.min(retries, 5))),
  });

  const seen = new Set<string>();
  const notMarker = (record: StreamRecord): boolean => {
    const id = markers.idOf(record);
    if (id !== undefined) seen.add(id);
    return id === undefined;
  };
  const trigger = pollingTrigger(async () => {
    if (isPaused()) return false;
    const read = await reader.next();
    const batches = read
      .map(({ shardId, records }) => ({ shardId, records: records.filter(notMarker) }))
      .filter(({ records }) => records.length > 0);
    for (const { shardId, records } of batches) {
      const matching = records.filter(wanted);
      for (let start = 0; start < matching.length; start += mapping.BatchSize)
        await deliverBatch(matching.slice(start, start + mapping.BatchSize), delivery(shardId));
    }
    return batches.length > 0;
  }, POLL_INTERVAL_MS);
  return {
    ...trigger,
    // A change appears in the stream some time after it was written: reads until a mark, written last, has arrived.
    drain: async () => {
      if (isPaused()) return;
      const last = await markers.put();
      while (!seen.delete(last) && !isPaused()) await trigger.drain();
    },
  };
};
