import { describe, expect, it } from 'vitest';
import { deliverBatch } from '../../infra/local/events/deliver-batch.ts';
import type { StreamRecord } from '../../infra/local/events/stream-reader.ts';

const record = (number: string): StreamRecord => ({
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: number, ApproximateCreationDateTime: 0 },
});

/**
 * Returns a function that delivers records to a consumer that fails for some of them, and lists of the records that were
 * processed and of those that were given up.
 */
const delivering = (
  fails: (number: string, time: number) => boolean,
  how: 'throws' | 'names what failed' = 'names what failed',
  isTooOld = () => false,
) => {
  const dealtWith: string[] = [];
  const givenUp: string[] = [];
  const tried = new Map<string, number>();
  const deliver = (...numbers: readonly string[]) =>
    deliverBatch(numbers.map(record), {
      mostRetries: 3,
      isTooOld,
      pause: () => Promise.resolve(),
      giveUp: (records, attempts) =>
        givenUp.push(...records.map(({ dynamodb }) => `${dynamodb.SequenceNumber} after ${attempts}`)),
      invoke: (records) => {
        for (const { dynamodb } of records) {
          const number = dynamodb.SequenceNumber;
          const time = (tried.get(number) ?? 0) + 1;
          tried.set(number, time);
          if (!fails(number, time)) dealtWith.push(number);
          else if (how === 'throws')
            return Promise.resolve({ ok: false, errorType: 'Error', errorMessage: '' } as const);
          else
            return Promise.resolve({
              ok: true,
              answer: { batchItemFailures: [{ itemIdentifier: number }] },
            } as const);
        }
        return Promise.resolve({ ok: true, answer: null } as const);
      },
    });
  return { deliver, dealtWith, givenUp };
};

describe('changed rows on their way to a function', () => {
  it('are delivered once when nothing fails', async () => {
    const { deliver, dealtWith, givenUp } = delivering(() => false);
    await deliver('1', '2', '3');
    expect(dealtWith).toEqual(['1', '2', '3']);
    expect(givenUp).toEqual([]);
  });

  it('are retried in order from the one that failed', async () => {
    const { deliver, dealtWith } = delivering((number, time) => number === '2' && time === 1);
    await deliver('1', '2', '3');
    expect(dealtWith).toEqual(['1', '2', '3']);
  });

  it('are given up one by one, so a row that always fails does not lose its neighbours', async () => {
    const { deliver, dealtWith, givenUp } = delivering((number) => number === '3', 'throws');
    await deliver('1', '2', '3', '4', '5');
    expect(givenUp).toEqual(['3 after 4']);
    expect(new Set(dealtWith)).toEqual(new Set(['1', '2', '4', '5']));
  });

  it('are given up immediately when they are too old', async () => {
    const { deliver, givenUp } = delivering(
      () => true,
      'throws',
      () => true,
    );
    await deliver('1');
    expect(givenUp).toEqual(['1 after 1']);
  });
});
