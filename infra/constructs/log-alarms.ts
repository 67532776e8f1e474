import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface LogAlarm {
  /** Function that writes the log, as `room-verb`. */
  readonly in: string;
  /** Code of the log line that raises the alarm. */
  readonly code: string;
  readonly effect: string;
  readonly runbook: string;
  /**
   * If set, the alarm is raised when the 95th percentile of the logged `milliseconds` exceeds this limit, instead of
   * when a line is logged.
   */
  readonly slowerThanMs?: number;
}

const HELD_BACK = {
  code: 'emails-of-the-hour-used-up',
  effect: 'More e-mails are due than the hourly limit allows: some arrive late.',
  runbook: 'emails-are-held-back',
};

const HALF_USED = {
  code: 'half-of-the-emails-used',
  effect: 'Half of the e-mails of this hour are used: if this goes on, some will arrive late.',
  runbook: 'emails-are-held-back',
};

const NOT_VERIFIED = {
  code: 'sender-not-verified',
  effect: 'SES takes no e-mails from our domain or to these people, so they wait.',
  runbook: 'emails-wait',
};

const SLOW = {
  code: 'email-sent',
  effect: 'Fewer than 95 of 100 e-mails are sent within ten seconds.',
  runbook: 'emails-are-slow',
  slowerThanMs: 10_000,
};

/**
 * Alarms on codes in log lines. Log lines contain codes and no personal data, so no alarm can quote anything about a
 * person.
 */
const logAlarms: readonly LogAlarm[] = [
  {
    in: 'programme-reconcile',
    code: 'reconcile-alarm',
    effect: 'Places and agreed matches do not add up: a full DPP may be asked, or a free one may not.',
    runbook: 'places-do-not-add-up',
  },
  {
    in: 'programme-reconcile',
    code: 'digest-missing',
    effect: "Monday's digests were not made: leads cannot see where learners wait.",
    runbook: 'a-digest-is-missing',
  },
  {
    in: 'notifications-sweep-outbox',
    code: 'outbox-late',
    effect: 'E-mails have waited for more than ten minutes: people do not know what has changed.',
    runbook: 'emails-wait',
  },
  {
    in: 'directory-rebuild',
    code: 'files-behind',
    effect: 'The directory and matching read old data: a DPP who has left may still be shown.',
    runbook: 'files-are-behind',
  },
  {
    in: 'privacy-export-audit',
    code: 'audit-not-exported',
    effect: 'The audit of a day is in the table only, where somebody with enough rights could change it.',
    runbook: 'the-audit-is-not-exported',
  },
  { in: 'notifications-send-emails', ...HELD_BACK },
  { in: 'notifications-sweep-outbox', ...HELD_BACK },
  { in: 'notifications-send-emails', ...HALF_USED },
  { in: 'notifications-sweep-outbox', ...HALF_USED },
  { in: 'notifications-send-emails', ...NOT_VERIFIED },
  { in: 'notifications-sweep-outbox', ...NOT_VERIFIED },
  { in: 'notifications-send-emails', ...SLOW },
];

interface LogAlarmsProps {
  /** Name of the function, as `room-verb`. */
  readonly name: string;
  readonly stage: string;
  readonly logGroup: ILogGroup;
  readonly tell: ITopic;
}

/** The alarms on the log of one function. */
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
