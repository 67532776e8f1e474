import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

interface UserAlarmProps {
  readonly metric: IMetric;
  /** What users notice when this goes off. The person who is woken reads it first. */
  readonly effect: string;
  /** The page of docs/runbook that says what to do, without its ending. */
  readonly runbook: string;
  readonly tell: ITopic;
  /** Goes off at this many; 1 when not given. */
  readonly threshold?: number;
  /** Goes off when nothing was counted in so many periods running, instead of when something was. */
  readonly silentPeriods?: number;
}

/** How often the alarms look. */
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

/** An alarm that says what it means for people. */
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
