import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface AlarmOfAllFunctionsProps {
  readonly stage: string;
  readonly tell: ITopic;
  /** Code that functions log. */
  readonly code: string;
  readonly effect: string;
  readonly runbook: string;
  /** The alarm is raised when the functions together have logged the code so often; once by default. */
  readonly threshold?: number;
}

/** One alarm on a code that any function may log. */
export class AlarmOfAllFunctions extends Construct {
  readonly #metric: { readonly namespace: string; readonly metricName: string };

  constructor(scope: Construct, id: string, props: AlarmOfAllFunctionsProps) {
    super(scope, id);
    const { stage, code, effect, runbook, tell, threshold } = props;
    this.#metric = { namespace: `dpp-match-${stage}`, metricName: code };
    new UserAlarm(this, 'Said', {
      metric: new Metric({ ...this.#metric, period: ALARM_PERIOD, statistic: Stats.SUM }),
      effect,
      runbook,
      tell,
      ...(threshold === undefined ? {} : { threshold }),
    });
  }

  /** Includes the log of one function in the alarm. */
  watch(unit: Construct, logGroup: ILogGroup): void {
    const { namespace: metricNamespace, metricName } = this.#metric;
    new MetricFilter(unit, metricName, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', metricName),
      metricNamespace,
      metricName,
      metricValue: '1',
    });
  }
}
