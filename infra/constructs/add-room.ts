import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { type Capability, type ObjectUse, secretsOf } from '../definition/capabilities/capability.ts';
import type { StageSettings } from '../definition/stage-settings.ts';
import { CapabilityFunction } from './capability-function.ts';
import { CapabilityTriggers } from './capability-triggers.ts';
import type { FedQueues } from './fed-queues.ts';
import type { MailChannel } from './mail-channel.ts';
import type { DataStore } from './data-store.ts';
import type { ServiceEnvironment } from './service-environment.ts';
import type { ServiceSecrets } from './service-secrets.ts';
import type { AlarmOfAllFunctions } from './alarm-of-all-functions.ts';
import type { WebApi } from './web-api.ts';

/** The resources that the functions of all rooms use. */
export interface Surroundings {
  readonly stage: string;
  readonly logRetention: RetentionDays;
  readonly store: DataStore;
  readonly environment: ServiceEnvironment;
  readonly secrets: ServiceSecrets;
  readonly webApi: WebApi;
  readonly mail: MailChannel;
  readonly queues: FedQueues;
  readonly schedules: CfnScheduleGroup;
  /** Raised when a function cannot read a stored row. */
  readonly unreadable: AlarmOfAllFunctions;
  /** Raised when many requests come past CloudFront. */
  readonly pastTheDoor: AlarmOfAllFunctions;
  readonly reservedConcurrency: StageSettings['reservedConcurrency'];
  readonly tell: ITopic;
}

/** Grants that a function needs to read the data of the systems that it serves. */
const readsSystems = ({ servesDeployment }: Capability): readonly ObjectUse[] =>
  servesDeployment === true ? [] : [{ use: 'get', prefix: 'systems/' }];

/** Adds the functions of one room to a stack, each with its permissions, routes and triggers. */
export const addRoom = (
  stack: Construct,
  room: readonly Capability[],
  {
    environment,
    secrets,
    logRetention,
    unreadable,
    pastTheDoor,
    reservedConcurrency,
    webApi,
    ...surroundings
  }: Surroundings,
): void => {
  const { stage, store, mail, tell } = surroundings;
  const senders: (() => void)[] = [];
  for (const capability of room) {
    const name = `${capability.room}-${capability.verb}`;
    const unit = new CapabilityFunction(stack, name, {
      capability,
      stage,
      environment: { ...environment.of(capability, store), ...secrets.variablesOf(capability) },
      logRetention,
      reserved: capability.reserves === undefined ? undefined : reservedConcurrency[capability.reserves],
      tell,
    });
    store.table.grant(unit.role, capability.table);
    secrets.grant(unit.role, capability);
    store.objects.grant(unit.role, [...readsSystems(capability), ...(capability.objects ?? [])]);
    if (capability.table.length > 0 || capability.rows !== undefined) unreadable.watch(unit, unit.logGroup);
    if (secretsOf(capability).includes('door')) pastTheDoor.watch(unit, unit.logGroup);
    if (capability.exportsAudit === true) store.audit.grantExport(unit.role);
    if (capability.sendsMail === true) mail.grantSend(unit.role);
    webApi.route(unit, capability);
    new CapabilityTriggers(stack, `${name}-triggers`, {
      capability,
      unit,
      table: store.table,
      ...surroundings,
    });
    senders.push(() => surroundings.queues.letSend(unit, capability.sendsTo ?? []));
  }
  // Comes last, because functions also feed queues that functions of the same room read.
  for (const grant of senders) grant();
};
