import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

interface UserAlarmProps {
  readonly metric: IMetric;
  /** Effect on users; the alarm's text starts with it. */
  readonly effect: string;
  /** Page of docs/runbook that says what to do, without `.md`. */
  readonly runbook: string;
  readonly tell: ITopic;
  /** The alarm is raised when the metric reaches this value; 1 by default. */
  readonly threshold?: number;
  /** If set, the alarm is raised after this many periods without a value, instead of when a value is reached. */
  readonly silentPeriods?: number;
}

/** Period over which alarms evaluate their metric. */
export const ALARM_PERIOD = Duration.minutes(5);

const something = {
  evaluationPeriods: 1,
  comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  treatMissingData: TreatMissingData.NOT_BREACHING,
};

const nothing = (periods: number) => ({
  evaluationPeriods: periods,
  comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
  treatMissingData: TreatMissingData.BREACHING,
});

/** CloudWatch alarm whose text says what users notice and which page of the runbook to open. */
export class UserAlarm extends Construct {
  constructor(scope: Construct, id: string, props: UserAlarmProps) {
    super(scope, id);
    const alarm = new Alarm(this, 'Alarm', {
      metric: props.metric,
      alarmDescription: `${props.effect} What to do: docs/runbook/${props.runbook}.md`,
      threshold: props.threshold ?? 1,
      ...(props.silentPeriods === undefined ? something : nothing(props.silentPeriods)),
    });
    alarm.addAlarmAction(new SnsAction(props.tell));
  }
}
