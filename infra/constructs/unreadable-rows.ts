import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface UnreadableRowsProps {
  readonly stage: string;
  readonly tell: ITopic;
}

/** Code that a function logs when it quarantines an unreadable row (functions/store/dynamo/dynamo-client.ts). */
const CODE = 'row-unreadable';

/** One alarm for all functions, because any function that reads an unreadable row quarantines it and logs the code. */
export class UnreadableRows extends Construct {
  readonly #metric: { readonly namespace: string; readonly metricName: string };

  constructor(scope: Construct, id: string, { stage, tell }: UnreadableRowsProps) {
    super(scope, id);
    this.#metric = { namespace: `dpp-match-${stage}`, metricName: CODE };
    new UserAlarm(this, 'Said', {
      metric: new Metric({ ...this.#metric, period: ALARM_PERIOD, statistic: Stats.SUM }),
      effect:
        'A stored row cannot be read: that person or request is missing everywhere, all others are served.',
      runbook: 'a-row-cannot-be-read',
      tell,
    });
  }

  /** Includes the log of one function in the alarm. */
  watch(unit: Construct, logGroup: ILogGroup): void {
    new MetricFilter(unit, 'UnreadableRow', {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', CODE),
      metricNamespace: this.#metric.namespace,
      metricName: this.#metric.metricName,
      metricValue: '1',
    });
  }
}
