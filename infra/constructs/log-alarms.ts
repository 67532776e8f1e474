import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface LogAlarm {
  /** The function whose log it is: `room-verb`. */
  readonly in: string;
  /** The code that is logged. */
  readonly code: string;
  readonly effect: string;
  readonly runbook: string;
  /** Watches 95 of 100 values of `milliseconds` beside the code, instead of counting lines. */
  readonly slowerThanMs?: number;
}

const HELD_BACK = {
  code: 'emails-of-the-hour-used-up',
  effect: 'More e-mails are due than may go out in an hour: people are told later.',
  runbook: 'emails-are-held-back',
};

const SLOW = {
  code: 'email-sent',
  effect: 'Fewer than 95 of 100 e-mails go out within ten seconds.',
  runbook: 'emails-are-slow',
  slowerThanMs: 10_000,
};

/** What functions say in their logs and somebody has to know: codes only, so that no alarm quotes a person. */
const logAlarms: readonly LogAlarm[] = [
  {
    in: 'programme-reconcile',
    code: 'reconcile-alarm',
    effect: 'Places and agreed matches do not add up: a full DPP may be asked, or one with a place never.',
    runbook: 'places-do-not-add-up',
  },
  {
    in: 'programme-reconcile',
    code: 'digest-missing',
    effect: "Monday's digests were not made: leads do not know where learners wait.",
    runbook: 'a-digest-is-missing',
  },
  {
    in: 'notifications-sweep-outbox',
    code: 'outbox-late',
    effect: 'E-mails have waited for more than ten minutes: people do not know what happened.',
    runbook: 'emails-wait',
  },
  { in: 'notifications-send-emails', ...HELD_BACK },
  { in: 'notifications-sweep-outbox', ...HELD_BACK },
  { in: 'notifications-send-emails', ...SLOW },
];

interface LogAlarmsProps {
  /** `room-verb` */
  readonly name: string;
  readonly stage: string;
  readonly logGroup: ILogGroup;
  readonly tell: ITopic;
}

/** The alarms on what one function says. */
export class LogAlarms extends Construct {
  constructor(scope: Construct, id: string, { name, stage, logGroup, tell }: LogAlarmsProps) {
    super(scope, id);
    for (const { code, effect, runbook, slowerThanMs } of logAlarms.filter((one) => one.in === name)) {
      const filter = new MetricFilter(this, code, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.message', '=', code),
        metricNamespace: `dpp-match-${stage}`,
        metricName: `${name}-${code}`,
        metricValue: slowerThanMs === undefined ? '1' : '$.milliseconds',
      });
      const statistic = slowerThanMs === undefined ? Stats.SUM : Stats.percentile(95);
      new UserAlarm(this, `${code}-said`, {
        metric: filter.metric({ period: ALARM_PERIOD, statistic }),
        effect,
        runbook,
        tell,
        ...(slowerThanMs === undefined ? {} : { threshold: slowerThanMs }),
      });
    }
  }
}
