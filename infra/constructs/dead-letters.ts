import { Duration, Validations } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface DeadLettersProps {
  /** Name of the function whose failed events arrive in this queue, as `room-verb`. */
  readonly name: string;
  readonly stage: string;
  readonly effect: string;
  readonly tell: ITopic;
}

/** Queue for events that failed every attempt, with an alarm that is raised while the queue is not empty. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      // `npm run redrive` finds the queue by this name: change both together.
      queueName: `dpp-match-${props.stage}-${props.name}-dead-letters`,
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is a dead-letter queue itself: functions, the scheduler and stream mappings send to it.',
    });
    new UserAlarm(this, 'NotEmpty', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD, statistic: 'max' }),
      effect: props.effect,
      runbook: 'dead-letters-wait',
      tell: props.tell,
    });
  }

  /** Allows `role` to send to this queue. */
  grantSend(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
    );
  }
}
