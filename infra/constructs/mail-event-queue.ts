import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { CapabilityFunction } from './capability-function.ts';
import type { DeadLetters } from './dead-letters.ts';

interface MailEventQueueProps {
  readonly target: CapabilityFunction;
  readonly deadLetters: DeadLetters;
}

/** Queue that holds SES's delivery events until the function has recorded them. */
export class MailEventQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: MailEventQueueProps) {
    super(scope, id);
    const { target, deadLetters } = props;
    this.queue = new Queue(this, 'Queue', {
      // Six times the function's timeout, as AWS recommends for a queue that Lambda reads.
      visibilityTimeout: Duration.minutes(6),
      retentionPeriod: Duration.days(4),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: deadLetters.queue, maxReceiveCount: 5 },
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
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
    }).node.addDependency(target.role);
  }
}
