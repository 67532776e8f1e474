import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Objects } from '../../functions/platform/objects/objects.ts';
import { s3Objects } from '../../functions/platform/objects/s3-objects.ts';
import { documentsOf } from '../../functions/store/dynamo/dynamo-client.ts';
import { dynamoTable } from '../../functions/store/dynamo/dynamo-table.ts';
import { systemTable } from '../../functions/store/table/system-table.ts';
import { type AwsCall, awsCallTo } from '../../infra/local/network/aws-call.ts';
import type { StackAddresses } from './stack.setup.ts';

const mail = z.object({
  messageId: z.string(),
  from: z.string(),
  replyTo: z.array(z.string()),
  destination: z.object({ to: z.array(z.string()) }),
  subject: z.string(),
  body: z.object({ html: z.string().optional(), text: z.string().optional() }),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  at: z.number(),
});
export type ReceivedMail = z.infer<typeof mail>;

const store = z.object({ emails: z.array(mail) });
const addresses = z.object({ inbox: z.string(), aws: z.string(), tableName: z.string() });
const call = z.object({
  function: z.string(),
  action: z.string(),
  resource: z.string(),
  by: z.enum(['code', 'trigger']),
  count: z.number(),
  refused: z.number(),
  capacityUnits: z.number(),
});
const calls = z.object({ calls: z.array(call), requests: z.record(z.string(), z.number()) });
const permissions = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    permissions: z.array(z.object({ action: z.string(), resource: z.string() })),
  }),
);
const schedules = z.array(
  z.object({ name: z.string(), expression: z.string(), function: z.string(), next: z.string() }),
);
const queues = z.array(
  z.object({ name: z.string(), messages: z.array(z.object({ id: z.string(), body: z.string() })) }),
);
const logs = z.array(z.object({ function: z.string(), line: z.string() }));
const ran = z.object({ now: z.string(), ran: z.array(z.string()) });
const outcome = z.object({
  ok: z.boolean(),
  answer: z.unknown().optional(),
  errorMessage: z.string().optional(),
});

interface MailEvent {
  readonly kind: 'delivery' | 'bounce' | 'soft-bounce' | 'complaint' | 'not-spam' | 'delay' | 'reject';
  readonly messageId: string;
  readonly to: string;
}

const WEEK = 7 * 86_400_000;

/** The controls of the local stack that tests use in addition to the site. */
export const localStack = (at: StackAddresses) => {
  const ask = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(new URL(path, at.console), {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const tell = async (path: string, body?: unknown): Promise<void> => {
    await ask('POST', path, body);
  };
  const settle = () => tell('/settle');

  return {
    site: at.site,
    otherSites: at.otherSites,
    console: at.console,
    /** Waits until no event is waiting or being processed. */
    settle,
    /**
     * Waits until pending e-mails have been sent, then returns every e-mail to `address` (to anybody by default),
     * oldest first.
     */
    mails: async (address?: string): Promise<readonly ReceivedMail[]> => {
      await settle();
      const response = await fetch(new URL('/store', at.inbox));
      const { emails } = store.parse(await response.json());
      return emails.filter(({ destination }) => address === undefined || destination.to.includes(address));
    },
    clearInbox: async (): Promise<void> => {
      await fetch(new URL('/clear-store', at.inbox), { method: 'POST' });
    },
    now: async () => new Date(z.object({ now: z.string() }).parse(await ask('GET', '/clock')).now),
    /** Moves the clock forward, at most a week at a time, and runs the schedules that become due. */
    advance: async (by: { days?: number; hours?: number; minutes?: number } | { to: string }) => {
      const clock = z.object({ now: z.string() });
      const now = Date.parse(clock.parse(await ask('GET', '/clock')).now);
      const { days = 0, hours = 0, minutes = 0 } = 'to' in by ? {} : by;
      const end = 'to' in by ? Date.parse(by.to) : now + ((days * 24 + hours) * 60 + minutes) * 60_000;
      const before: string[] = [];
      for (let stop = now + WEEK; stop < end; stop += WEEK)
        before.push(
          ...ran.parse(await ask('POST', '/clock/advance', { to: new Date(stop).toISOString() })).ran,
        );
      const last = ran.parse(await ask('POST', '/clock/advance', { to: new Date(end).toISOString() }));
      return { now: last.now, ran: [...before, ...last.ran] };
    },
    schedules: async () => schedules.parse(await ask('GET', '/schedules')),
    /** @param name name of the function, as `room-verb` */
    runSchedule: async (name: string) => outcome.parse(await ask('POST', '/schedules/run', { name })),
    /** Sends a delivery event about an e-mail, as SES does. */
    mailEvent: async (event: MailEvent) =>
      z.object({ queuesReached: z.number() }).parse(await ask('POST', '/mail/events', event)),
    /** Simulates a fault of SES for the next `times` e-mails. */
    mailFault: (kind: 'throttle' | 'lose-answer' | 'reject' | 'not-verified', times = 1) =>
      tell('/mail/faults', { kind, times }),
    /** Simulates a fault of the table for the next `times` calls of functions. */
    tableFault: (kind: 'throttle-commit' | 'throttle', times = 1) => tell('/table/faults', { kind, times }),
    pauseStreams: () => tell('/streams/pause'),
    resumeStreams: () => tell('/streams/resume'),
    calls: async () => calls.parse(await ask('GET', '/calls')),
    resetCalls: () => tell('/calls/reset'),
    permissions: async () => permissions.parse(await ask('GET', '/functions')),
    logs: async () => logs.parse(await ask('GET', '/logs')),
    resetLogs: () => tell('/logs/reset'),
    queues: async () => queues.parse(await ask('GET', '/queues')),
    clearQueues: () => tell('/queues/clear'),
    /** Runs a function by its name, `room-verb`, as Lambda's Invoke API does. */
    invoke: async (name: string, event: unknown): Promise<unknown> =>
      ask('POST', `/2015-03-31/functions/dpp-match-demo-${name}/invocations`, event),
    /**
     * Calls AWS with a function's permissions.
     * @param name name of the function, as `room-verb`
     */
    actAs: async (name: string): Promise<AwsCall> => {
      const { aws } = addresses.parse(await ask('GET', '/stack'));
      const all = permissions.parse(await ask('GET', '/functions'));
      const found = all.find((one) => one.name === `dpp-match-demo-${name}`);
      if (found === undefined) throw new Error(`there is no function ${name}`);
      return awsCallTo(aws, found.id);
    },
    /** Returns the bucket of files, with permission to do everything. */
    files: async (): Promise<Objects> => {
      const { aws } = addresses.parse(await ask('GET', '/stack'));
      const [bucket] = permissions
        .parse(await ask('GET', '/functions'))
        .flatMap((one) => one.permissions)
        .flatMap(({ resource }) => /^arn:aws:s3:::([^/]+)/u.exec(resource)?.[1] ?? []);
      if (bucket === undefined) throw new Error('no function uses a bucket');
      return s3Objects({
        region: 'eu-west-2',
        bucketUrl: new URL(`/${bucket}/`, aws).href,
        credentials: () => ({ accessKeyId: 'runner', secretAccessKey: 'local' }),
      });
    },
    /**
     * Returns a client of the table that may do everything, and the rows of a system, to prepare and inspect rows.
     */
    table: async (systemId = 'kent-and-medway') => {
      const { aws, tableName } = addresses.parse(await ask('GET', '/stack'));
      const client = new DynamoDBClient({
        endpoint: aws,
        region: 'eu-west-2',
        credentials: { accessKeyId: 'runner', secretAccessKey: 'local' },
      });
      const documents = documentsOf(client);
      return { tableName, documents, table: systemTable(dynamoTable(documents, tableName), systemId) };
    },
  };
};
