import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface UnreadableRowsProps {
  readonly stage: string;
  readonly tell: ITopic;
}

/** What every function says that had to leave a row out (functions/store/dynamo/dynamo-client.ts). */
const CODE = 'row-unreadable';

/** One alarm for all functions: a row that one of them could not read is left out by each that comes upon it. */
export class UnreadableRows extends Construct {
  readonly #metric: { readonly namespace: string; readonly metricName: string };

  constructor(scope: Construct, id: string, { stage, tell }: UnreadableRowsProps) {
    super(scope, id);
    this.#metric = { namespace: `dpp-match-${stage}`, metricName: CODE };
    new UserAlarm(this, 'Said', {
      metric: new Metric({ ...this.#metric, period: ALARM_PERIOD, statistic: Stats.SUM }),
      effect: 'Somebody is left out of everything: a stored row cannot be read, and all others are served.',
      runbook: 'a-row-cannot-be-read',
      tell,
    });
  }

  /** @param name `room-verb` */
  watch(name: string, logGroup: ILogGroup): void {
    new MetricFilter(this, name, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', CODE),
      metricNamespace: this.#metric.namespace,
      metricName: this.#metric.metricName,
      metricValue: '1',
    });
  }
}
