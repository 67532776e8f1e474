import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type RowFilter, ROWS_A_RUN } from '../definition/capabilities/capability.ts';
import type { CapabilityFunction } from './capability-function.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { MatchTable } from './match-table.ts';

interface RowTriggerProps {
  readonly rows: RowFilter;
  readonly table: MatchTable;
  readonly target: CapabilityFunction;
  readonly deadLetters: DeadLetters;
}

/** Starts a function with those changed rows that match its filter. */
export class RowTrigger extends Construct {
  constructor(scope: Construct, id: string, props: RowTriggerProps) {
    super(scope, id);
    const { table, target, deadLetters } = props;
    table.grantStream(target.role);
    deadLetters.grantSend(target.role);
    new CfnEventSourceMapping(this, 'Mapping', {
      eventSourceArn: table.streamArn,
      functionName: target.function.functionName,
      startingPosition: 'TRIM_HORIZON',
      batchSize: ROWS_A_RUN,
      filterCriteria: { filters: [{ pattern: JSON.stringify(props.rows) }] },
      functionResponseTypes: ['ReportBatchItemFailures'],
      bisectBatchOnFunctionError: true,
      // Retries only a few times, because a row that always fails would block the rows behind it. The sweep
      // runs every five minutes and finds the rows that were given up.
      maximumRetryAttempts: 3,
      maximumRecordAgeInSeconds: 3600,
      destinationConfig: { onFailure: { destination: deadLetters.queue.queueArn } },
    }).node.addDependency(target.role);
  }
}
