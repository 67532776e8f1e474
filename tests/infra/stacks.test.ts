import { settingsOf } from '../../infra/definition/stages.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deadLetterQueueName } from '../../infra/ops/dead-letter-queue.ts';
import { capabilities } from '../../infra/definition/capabilities/capabilities.ts';
import { runsInBackground } from '../../infra/definition/capabilities/runs-in-background.ts';
import { nextFiring } from '../../infra/local/events/cron.ts';
import { type Synthesized, synthesized } from '../support/synthesized.ts';

const list = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());
const policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(z.object({ Effect: z.string(), Action: list })) }),
});
const lambda = z.object({
  FunctionName: z.string(),
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
});
const mapping = z.object({ FunctionName: z.object({ Ref: z.string() }) });
const target = z.object({
  Target: z.object({ Arn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }) }),
});
const schedule = target.extend({
  Name: z.string(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string(),
});
const alarm = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()),
  Namespace: z.string(),
  Dimensions: z.array(z.object({ Value: z.unknown() })).optional(),
});
const bucket = z.object({
  PublicAccessBlockConfiguration: z.record(z.string(), z.boolean()),
  BucketEncryption: z.object({}),
});
const locked = z.object({
  ObjectLockEnabled: z.boolean().optional(),
  ObjectLockConfiguration: z.unknown().optional(),
  VersioningConfiguration: z.unknown().optional(),
  LifecycleConfiguration: z.unknown().optional(),
});
const table = z.object({
  DeletionProtectionEnabled: z.boolean(),
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }),
  BillingMode: z.string(),
  StreamSpecification: z.object({ StreamViewType: z.string() }),
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })),
});
const files = z.object({
  VersioningConfiguration: z.object({ Status: z.string() }).optional(),
  LifecycleConfiguration: z
    .object({
      Rules: z.array(z.object({ Prefix: z.string().optional(), ExpirationInDays: z.number().optional() })),
    })
    .optional(),
});
const invoked = z.object({ FunctionName: z.object({ Ref: z.string() }) });
const destination = z.object({ DestinationConfig: z.object({ OnFailure: z.object({}) }) });

let stacks: Synthesized;
beforeAll(async () => {
  stacks = await synthesized();
});

/** Largest allowed number of resources in a stack. CloudFormation refuses more than 500. */
const MOST_RESOURCES = 300;

describe('a stack', () => {
  it('stays well below the number of resources that CloudFormation takes', () => {
    const counts = stacks.counts();
    console.log(
      ['resources by stack:', ...[...counts].map(([stack, count]) => `  ${stack}: ${String(count)}`)].join(
        '\n',
      ),
    );
    expect([...counts.keys()]).toContain('DppMatch-demo-Matching');
    expect([...counts].filter(([, count]) => count > MOST_RESOURCES)).toEqual([]);
  });
});

describe('a function', () => {
  it('has no permission with a wildcard action', () => {
    const actions = stacks
      .all('AWS::IAM::Policy', policy)
      .flatMap((one) => one.PolicyDocument.Statement.flatMap(({ Action }) => Action));
    expect(actions.length).toBeGreaterThan(50);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('has a role of its own', () => {
    const roles = stacks.all('AWS::Lambda::Function', lambda).map(({ Role }) => Role['Fn::GetAtt'][0]);
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('runs on Node.js 24 on ARM', () => {
    for (const { Runtime, Architectures } of stacks.all('AWS::Lambda::Function', lambda))
      expect([Runtime, ...Architectures]).toEqual(['nodejs24.x', 'arm64']);
  });

  it('has an alarm on its errors', () => {
    const watched = JSON.stringify(
      stacks.all('AWS::CloudWatch::Alarm', alarm).filter(({ Namespace }) => Namespace === 'AWS/Lambda'),
    );
    for (const { id } of stacks.all('AWS::Lambda::Function', lambda)) expect(watched).toContain(id);
  });

  it('that runs in the background has a dead-letter queue', () => {
    const scheduled = stacks
      .all('AWS::Scheduler::Schedule', target)
      .map(({ Target }) => Target.Arn['Fn::GetAtt'][0]);
    const covered = stacks
      .all('AWS::Lambda::EventInvokeConfig', invoked.and(destination))
      .map(({ FunctionName }) => FunctionName.Ref);
    expect(scheduled.filter((id) => !covered.includes(id))).toEqual([]);
    const mappings = stacks.all('AWS::Lambda::EventSourceMapping', mapping.loose());
    const withoutDestination = mappings.filter((one) => !('DestinationConfig' in one));
    // Only mappings that read a queue have no destination. The queue has its own dead-letter queue.
    const redriven = z.object({ RedrivePolicy: z.object({ maxReceiveCount: z.number() }).optional() });
    expect(
      stacks.all('AWS::SQS::Queue', redriven).filter(({ RedrivePolicy }) => RedrivePolicy !== undefined),
    ).toHaveLength(withoutDestination.length);
    expect(withoutDestination).toHaveLength(
      capabilities.filter(({ reads, readsMailEvents }) => (reads ?? readsMailEvents) !== undefined).length,
    );
  });
});

describe('an alarm', () => {
  it('states its effect on users and its runbook page', () => {
    const alarms = stacks.all('AWS::CloudWatch::Alarm', alarm);
    expect(alarms.length).toBeGreaterThan(20);
    for (const { AlarmDescription, AlarmActions } of alarms) {
      expect(AlarmDescription).toMatch(/^[A-Z].{20,}\. What to do: docs\/runbook\/[a-z-]+\.md$/);
      expect(AlarmActions).toHaveLength(1);
    }
  });

  it('has a runbook page, and every page is about an alarm or in the list of other topics', () => {
    const folder = join(import.meta.dirname, '../../docs/runbook');
    const pages = readdirSync(folder);
    const named = new Set(
      stacks
        .all('AWS::CloudWatch::Alarm', alarm)
        .map(({ AlarmDescription }) => AlarmDescription.split('/').at(-1) ?? ''),
    );
    expect([...named].filter((page) => !pages.includes(page))).toEqual([]);
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(pages.filter((page) => page !== 'README.md' && !index.includes(`(${page})`))).toEqual([]);
  });

  it('fires when a schedule stops', () => {
    const silence = stacks
      .all('AWS::CloudWatch::Alarm', z.object({ TreatMissingData: z.string(), MetricName: z.string() }))
      .filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(silence).toHaveLength(stacks.all('AWS::Scheduler::Schedule', schedule).length);
  });

  it('watches every dead-letter queue', () => {
    const watched = JSON.stringify(
      stacks.all('AWS::CloudWatch::Alarm', alarm).filter(({ Namespace }) => Namespace === 'AWS/SQS'),
    );
    const deadLetters = stacks
      .all('AWS::SQS::Queue', z.object({}))
      .filter(({ id }) => id.includes('DeadLetters'));
    expect(deadLetters.length).toBeGreaterThan(4);
    // `npm run redrive` finds the queues by these names.
    const names = stacks
      .all('AWS::SQS::Queue', z.object({ QueueName: z.string().optional() }))
      .flatMap(({ QueueName }) => QueueName ?? []);
    const expected = capabilities
      .filter(runsInBackground)
      .map(({ room, verb }) => deadLetterQueueName('demo', `${room}-${verb}`));
    expect(names.toSorted()).toEqual(expected.toSorted());
    for (const { id } of deadLetters) expect(watched).toContain(id);
  });
});

describe('the stream and the queues', () => {
  const reading = z.object({
    FunctionName: z.object({ Ref: z.string() }),
    EventSourceArn: z.union([
      z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
      z.object({ 'Fn::ImportValue': z.string() }),
    ]),
  });

  it('have one reader each', () => {
    const sources = stacks
      .all('AWS::Lambda::EventSourceMapping', reading)
      .map(({ EventSourceArn }) => JSON.stringify(EventSourceArn));
    expect(new Set(sources).size).toBe(sources.length);
    expect(sources.filter((source) => source.includes('StreamArn'))).toHaveLength(1);
  });

  it('show a message again only when its reader has long timed out', () => {
    const timeouts = new Map(
      stacks
        .all('AWS::Lambda::Function', z.object({ Timeout: z.number() }))
        .map(({ id, Timeout }) => [id, Timeout]),
    );
    const visibility = new Map(
      stacks
        .all('AWS::SQS::Queue', z.object({ VisibilityTimeout: z.number().optional() }))
        .map(({ id, VisibilityTimeout }) => [id, VisibilityTimeout]),
    );
    for (const { FunctionName, EventSourceArn } of stacks.all('AWS::Lambda::EventSourceMapping', reading)) {
      if (!('Fn::GetAtt' in EventSourceArn)) continue;
      expect(visibility.get(EventSourceArn['Fn::GetAtt'][0])).toBeGreaterThanOrEqual(
        6 * (timeouts.get(FunctionName.Ref) ?? Infinity),
      );
    }
  });

  it('each raise an alarm when work waits', () => {
    const named = stacks
      .all('AWS::CloudWatch::Alarm', z.object({ MetricName: z.string() }))
      .map(({ MetricName }) => MetricName);
    const behind = named.filter((name) => ['ApproximateAgeOfOldestMessage', 'IteratorAge'].includes(name));
    expect(behind).toHaveLength(stacks.all('AWS::Lambda::EventSourceMapping', mapping).length);
  });
});

describe('a schedule', () => {
  it('keeps London time', () => {
    for (const { ScheduleExpressionTimezone } of stacks.all('AWS::Scheduler::Schedule', schedule))
      expect(ScheduleExpressionTimezone).toBe('Europe/London');
  });

  it('that runs daily avoids the hour that the clock change repeats or skips', () => {
    const daily = stacks
      .all('AWS::Scheduler::Schedule', schedule)
      .filter(({ ScheduleExpression }) => ScheduleExpression.startsWith('cron('));
    expect(daily.length).toBeGreaterThan(1);
    // In winter, London time equals UTC.
    for (const { ScheduleExpression } of daily)
      expect(new Date(nextFiring(ScheduleExpression, Date.UTC(2026, 11, 1))).getUTCHours()).not.toBe(1);
  });
});

describe('the data', () => {
  it('can be restored to any second and is not deleted by mistake', () => {
    const [only, ...others] = stacks.all('AWS::DynamoDB::Table', table);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      GlobalSecondaryIndexes: [{ IndexName: 'by-list' }, { IndexName: 'by-change' }],
    });
  });

  it('is in buckets with public access blocked', () => {
    const buckets = stacks.all('AWS::S3::Bucket', bucket);
    expect(buckets).toHaveLength(4);
    for (const { PublicAccessBlockConfiguration } of buckets)
      expect(PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
  });

  it('keeps the exports of the audit under a lock of the stage’s days, and not longer', () => {
    const audit = stacks.all('AWS::S3::Bucket', locked).filter(({ id }) => id.startsWith('Audit'));
    expect(audit).toMatchObject([
      {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 30 } } },
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 31 }] },
      },
    ]);
    expect(settingsOf('production').auditLock).toEqual({ mode: 'compliance', days: 6 * 365 + 2 });
  });

  it('keeps no older version of a file, so that an erased person is in none', () => {
    const objects = stacks.all('AWS::S3::Bucket', files).filter(({ id }) => id.startsWith('Objects'));
    expect(objects).toHaveLength(1);
    expect(objects[0]?.VersioningConfiguration).toBeUndefined();
    expect(objects[0]?.LifecycleConfiguration?.Rules).toContainEqual(
      expect.objectContaining({ Prefix: 'kent-and-medway/', ExpirationInDays: 30 }),
    );
  });
});
