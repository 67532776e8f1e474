import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type RowFilter, ROWS_A_RUN } from '../definition/capabilities/capability.ts';
import type { CapabilityFunction } from './capability-function.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { MatchTable } from './match-table.ts';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface RowTriggerProps {
  readonly rows: readonly RowFilter[];
  readonly effect: string;
  readonly tell: ITopic;
  readonly table: MatchTable;
  readonly target: CapabilityFunction;
  readonly deadLetters: DeadLetters;
}

/** Age of the oldest change, in milliseconds, that raises the alarm. */
const OLD_MS = 5 * 60_000;

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
      filterCriteria: { filters: props.rows.map((row) => ({ pattern: JSON.stringify(row) })) },
      functionResponseTypes: ['ReportBatchItemFailures'],
      bisectBatchOnFunctionError: true,
      // Retries for as long as the record is young, because the function fails only while a queue cannot be
      // reached. The sweeps find what was given up.
      maximumRetryAttempts: -1,
      maximumRecordAgeInSeconds: 6 * 3600,
      destinationConfig: { onFailure: { destination: deadLetters.queue.queueArn } },
    }).node.addDependency(target.role);
    new UserAlarm(this, 'Behind', {
      metric: target.function.metric('IteratorAge', { period: ALARM_PERIOD, statistic: 'max' }),
      effect: `Changes have waited for five minutes. ${props.effect}`,
      runbook: 'work-waits',
      tell: props.tell,
      threshold: OLD_MS,
    });
  }
}
