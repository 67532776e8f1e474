import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
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
const addresses = z.object({ site: z.string(), inbox: z.string(), aws: z.string(), tableName: z.string() });
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
  readonly kind: 'delivery' | 'bounce' | 'soft-bounce' | 'complaint' | 'delay' | 'reject';
  readonly messageId: string;
  readonly to: string;
}

const WEEK = 7 * 86_400_000;

/** What a test can see and do in the local stack besides using the site. */
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
    console: at.console,
    /** Waits until everything that was caused has happened. */
    settle,
    /** Every e-mail to `address` (to anyone when left out), oldest first, once nothing more is on its way. */
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
    /** Moves the clock on; schedules fall due on the way. A week at a time: no request takes minutes. */
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
    /** @param name `room-verb` */
    runSchedule: async (name: string) => outcome.parse(await ask('POST', '/schedules/run', { name })),
    /** Tells the service what became of an e-mail, as SES would. */
    mailEvent: async (event: MailEvent) =>
      z.object({ queuesReached: z.number() }).parse(await ask('POST', '/mail/events', event)),
    /** What SES does with the next e-mails. */
    mailFault: (kind: 'throttle' | 'lose-answer' | 'reject', times = 1) =>
      tell('/mail/faults', { kind, times }),
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
    /** Calls AWS as a function would: only what its role allows. @param name `room-verb` */
    actAs: async (name: string): Promise<AwsCall> => {
      const { aws } = addresses.parse(await ask('GET', '/stack'));
      const all = permissions.parse(await ask('GET', '/functions'));
      const found = all.find((one) => one.name === `dpp-match-demo-${name}`);
      if (found === undefined) throw new Error(`there is no function ${name}`);
      return awsCallTo(aws, found.id);
    },
    /** The table itself, with no role's limits: to build a state, and to look at what was written. */
    table: async () => {
      const { aws, tableName } = addresses.parse(await ask('GET', '/stack'));
      const client = new DynamoDBClient({
        endpoint: aws,
        region: 'eu-west-2',
        credentials: { accessKeyId: 'runner', secretAccessKey: 'local' },
      });
      return { tableName, documents: DynamoDBDocumentClient.from(client) };
    },
  };
};
