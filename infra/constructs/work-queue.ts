import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { CapabilityFunction } from './capability-function.ts';
import type { DeadLetters } from './dead-letters.ts';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface WorkQueueProps {
  readonly target: CapabilityFunction;
  readonly deadLetters: DeadLetters;
  readonly messagesARun: number;
  readonly windowSeconds?: number;
  readonly runsAtOnce?: number;
  readonly effect: string;
  readonly tell: ITopic;
}

/** Number of times that a message is delivered before it becomes a dead letter. */
const DELIVERIES = 5;

/** Age of the oldest message, in seconds, that raises the alarm. */
const OLD_SECONDS = 15 * 60;

/** Queue of messages for one function. A message stays in the queue until the function has dealt with it. */
export class WorkQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { target, deadLetters, messagesARun, windowSeconds = 0, runsAtOnce } = props;
    this.queue = new Queue(this, 'Queue', {
      // Six times the function's timeout, as AWS recommends for a queue that Lambda reads.
      visibilityTimeout: Duration.seconds(6 * target.timeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: deadLetters.queue, maxReceiveCount: DELIVERIES },
    });
    target.role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queue.queueArn],
      }),
    );
    new CfnEventSourceMapping(this, 'Mapping', {
      eventSourceArn: this.queue.queueArn,
      functionName: target.function.functionName,
      batchSize: messagesARun,
      ...(windowSeconds === 0 ? {} : { maximumBatchingWindowInSeconds: windowSeconds }),
      ...(runsAtOnce === undefined ? {} : { scalingConfig: { maximumConcurrency: runsAtOnce } }),
      functionResponseTypes: ['ReportBatchItemFailures'],
    }).node.addDependency(target.role);
    new UserAlarm(this, 'Behind', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'max' }),
      effect: `Work has waited for a quarter of an hour. ${props.effect}`,
      runbook: 'work-waits',
      tell: props.tell,
      threshold: OLD_SECONDS,
    });
  }
}
