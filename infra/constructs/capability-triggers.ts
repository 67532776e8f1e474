import type { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Capability } from '../definition/capabilities/capability.ts';
import { runsInBackground } from '../definition/capabilities/runs-in-background.ts';
import { changeQueueSettings } from '../definition/change-queue-settings.ts';
import type { CapabilityFunction } from './capability-function.ts';
import { DeadLetters } from './dead-letters.ts';
import type { MailChannel } from './mail-channel.ts';
import type { FedQueues } from './fed-queues.ts';
import type { MatchTable } from './match-table.ts';
import { RowTrigger } from './row-trigger.ts';
import { TimedRun } from './timed-run.ts';
import { WorkQueue } from './work-queue.ts';

interface CapabilityTriggersProps {
  readonly capability: Capability;
  readonly stage: string;
  readonly unit: CapabilityFunction;
  readonly table: MatchTable;
  readonly mail: MailChannel;
  readonly queues: FedQueues;
  readonly schedules: CfnScheduleGroup;
  readonly tell: ITopic;
}

/**
 * The background triggers of a function (its schedule, the table's stream, its queue), which share one
 * dead-letter queue.
 */
export class CapabilityTriggers extends Construct {
  constructor(scope: Construct, id: string, props: CapabilityTriggersProps) {
    super(scope, id);
    const { capability, unit, table, mail, tell } = props;
    if (!runsInBackground(capability)) return;
    const { timing, rows, reads, readsMailEvents, effect } = capability;

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
    if (rows !== undefined)
      new RowTrigger(this, 'Rows', { rows, table, target: unit, deadLetters, effect, tell });
    if (reads !== undefined) {
      const settings = changeQueueSettings[reads];
      const { queue } = new WorkQueue(this, 'Work', { ...settings, target: unit, deadLetters, effect, tell });
      props.queues.add(reads, queue);
    }
    if (readsMailEvents === true) {
      const { queue } = new WorkQueue(this, 'MailEvents', {
        messagesARun: 10,
        target: unit,
        deadLetters,
        effect,
        tell,
      });
      mail.sendEventsTo(this, queue);
    }
  }
}
