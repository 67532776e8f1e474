import * as z from 'zod';

/**
 * Schema of a fault of the table that is simulated in the next calls of functions. `throttle-commit`: a transaction is
 * cancelled because its first row is throttled; `throttle`: any call is refused because the throughput is exceeded.
 */
export const tableFault = z.strictObject({
  kind: z.enum(['throttle-commit', 'throttle']),
  times: z.int().min(1),
});

type TableFault = z.infer<typeof tableFault>;

const transaction = z.object({ TransactItems: z.array(z.unknown()) });

/** Faults of the table, each simulated once. */
export interface TableFaults {
  add(fault: TableFault): void;
  /** Returns the answer to a call if a fault waits for such a call. */
  answerTo(target: string, input: unknown): unknown;
}

export const tableFaults = (): TableFaults => {
  const left: Record<TableFault['kind'], number> = { 'throttle-commit': 0, throttle: 0 };
  return {
    add: ({ kind, times }) => {
      left[kind] += times;
    },
    answerTo: (target, input) => {
      if (target.startsWith('DynamoDBStreams')) return undefined;
      if (target.endsWith('.TransactWriteItems') && left['throttle-commit'] > 0) {
        left['throttle-commit'] -= 1;
        const { TransactItems } = transaction.parse(input);
        return {
          __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
          message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
          CancellationReasons: TransactItems.map((_, index) => ({
            Code: index === 0 ? 'ThrottlingError' : 'None',
          })),
        };
      }
      if (left.throttle === 0) return undefined;
      left.throttle -= 1;
      return {
        __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
        message: 'The level of configured provisioned throughput for the table was exceeded.',
      };
    },
  };
};
