import type { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Capability } from '../definition/capabilities/capability.ts';
import type { CapabilityFunction } from './capability-function.ts';
import { DeadLetters } from './dead-letters.ts';
import type { MailChannel } from './mail-channel.ts';
import { MailEventQueue } from './mail-event-queue.ts';
import type { MatchTable } from './match-table.ts';
import { RowTrigger } from './row-trigger.ts';
import { TimedRun } from './timed-run.ts';

interface CapabilityTriggersProps {
  readonly capability: Capability;
  readonly stage: string;
  readonly unit: CapabilityFunction;
  readonly table: MatchTable;
  readonly mail: MailChannel;
  readonly schedules: CfnScheduleGroup;
  readonly tell: ITopic;
}

/**
 * The background triggers of a function (its schedule, the table's stream, the queue of mail events), which share one
 * dead-letter queue.
 */
export class CapabilityTriggers extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityTriggersProps) {
    super(scope, id);
    const { capability, unit, table, mail, tell } = props;
    const { timing, rows, readsMailEvents } = capability;
    if (timing === undefined && rows === undefined && readsMailEvents === undefined) return;

    const name = `${capability.room}-${capability.verb}`;
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      name,
      stage: props.stage,
      effect: capability.effect,
      tell,
    });
    if (timing !== undefined)
      new TimedRun(this, 'Timed', {
        name,
        timing,
        group: props.schedules,
        target: unit,
        deadLetters,
        effect: capability.effect,
        tell,
      });
    if (rows !== undefined) new RowTrigger(this, 'Rows', { rows, table, target: unit, deadLetters });
    if (readsMailEvents === true) {
      const { queue } = new MailEventQueue(this, 'MailEvents', { target: unit, deadLetters });
      mail.sendEventsTo(queue);
    }
  }
}
