import { Duration } from 'aws-cdk-lib';
import { CfnSchedule, type CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Timing } from '../definition/capabilities/capability.ts';
import type { CapabilityFunction } from './capability-function.ts';
import type { DeadLetters } from './dead-letters.ts';
import { UserAlarm } from './user-alarm.ts';

interface TimedRunProps {
  /** Effect on users if a run is missed. */
  readonly effect: string;
  readonly tell: ITopic;
  readonly name: string;
  readonly timing: Timing;
  readonly group: CfnScheduleGroup;
  readonly target: CapabilityFunction;
  readonly deadLetters: DeadLetters;
}

/** The hour from 01:00 that clock changes skip in March and repeat in October: daily runs must not start in it. */
const MISSING_HOUR = '1';

const expressionOf = (timing: Timing): string => {
  if ('everyMinutes' in timing) return `rate(${timing.everyMinutes} minutes)`;
  if (timing.cron.split(' ')[1] === MISSING_HOUR)
    throw new Error(`${timing.cron}: 01:00 to 02:00 London time may occur twice or not at all`);
  return timing.cron;
};

/**
 * Returns how long a function may go without a run before the alarm is raised. A CloudWatch period is at most
 * one day, so a weekly run gets seven periods.
 */
const silenceOf = (timing: Timing): { readonly period: Duration; readonly silentPeriods: number } => {
  if ('everyMinutes' in timing) return { period: Duration.minutes(15), silentPeriods: 2 };
  const isWeekly = /[A-Z]{3} \*\)$/.test(timing.cron);
  return { period: Duration.days(1), silentPeriods: isWeekly ? 7 : 1 };
};

/**
 * Starts a function on a schedule in London time. Runs that cannot start, or fail every attempt, become dead letters.
 *
 * @throws Error if a daily schedule is set between 01:00 and 02:00
 */
export class TimedRun extends Construct {
  constructor(scope: Construct, id: string, props: TimedRunProps) {
    super(scope, id);
    const { target, deadLetters } = props;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [target.function.functionArn],
      }),
    );
    deadLetters.grantSend(role);
    deadLetters.grantSend(target.role);
    const schedule = new CfnSchedule(this, 'Schedule', {
      name: props.name,
      groupName: props.group.ref,
      scheduleExpression: expressionOf(props.timing),
      scheduleExpressionTimezone: 'Europe/London',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.function.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ scheduledAt: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: 3600 },
        deadLetterConfig: { arn: deadLetters.queue.queueArn },
      },
    });
    schedule.node.addDependency(role);
    // The scheduler invokes the function asynchronously and does not learn whether the run failed, so Lambda has to
    // retry failed runs.
    new CfnEventInvokeConfig(this, 'Retries', {
      functionName: target.function.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: 3600,
      destinationConfig: { onFailure: { destination: deadLetters.queue.queueArn } },
    }).node.addDependency(target.role);
    const { period, silentPeriods } = silenceOf(props.timing);
    new UserAlarm(this, 'Silent', {
      metric: target.function.metricInvocations({ period }),
      effect: `It did not run. ${props.effect}`,
      runbook: 'a-schedule-did-not-run',
      tell: props.tell,
      silentPeriods,
    });
  }
}
