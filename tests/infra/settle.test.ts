import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { settle } from '../../infra/local/events/settle.ts';
import { streamMarkers } from '../../infra/local/events/stream-markers.ts';
import { streamMapping, streamTrigger } from '../../infra/local/events/stream-mapping.ts';
import { queueMapping, queueTrigger } from '../../infra/local/events/queue-mapping.ts';
import type { LocalQueue, Message } from '../../infra/local/events/queues.ts';
import type { AwsCall } from '../../infra/local/network/aws-call.ts';

const everybodyMay = Object.assign(() => undefined, { spent: () => undefined });
/** Delays that differ from place to place, the same in every run of the test. */
const delays = (seed: number) => {
  let state = seed * 7_919 + 13;
  return (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
};

const aQueue = (name: string): LocalQueue => {
  let waiting: Message[] = [];
  const listeners: (() => void)[] = [];
  const put = (message: Message) => {
    waiting.push(message);
    listeners.forEach((listener) => listener());
  };
  return {
    ...{ name, arn: `arn:aws:sqs:${name}`, url: name, visibilitySeconds: 360 },
    send: (body) => put({ id: String(Math.random()), body, sentAt: 0, receives: 0 }),
    take: (most) => waiting.splice(0, most),
    giveBack: (messages) => messages.forEach(put),
    peek: () => [...waiting],
    clear: () => {
      waiting = [];
    },
    onSend: (listener) => void listeners.push(listener),
  };
};

/**
 * The way of a confirmed request to the mail about its offer: row, stream, dispatcher, queue, matcher, row, stream,
 * dispatcher, queue, sender. Rows appear in the stream late, and functions take their time.
 */
const aService = (seed: number) => {
  const delay = delays(seed);
  const rows: { readonly pk: string; readonly id: string; readonly visibleAt: number }[] = [];
  const mails: string[] = [];
  const queues = { match: aQueue('match'), mail: aQueue('mail') };
  let running = 0;
  let ended = 0;

  const write = (pk: string, id: string): void => {
    const last = rows.at(-1)?.visibleAt ?? 0;
    rows.push({ pk, id, visibleAt: Math.max(last, Date.now() + delay(40)) });
    if (pk !== 'marker') stream.wake();
  };
  const work: Readonly<Record<string, (body: string) => void>> = {
    dispatch: (body) => {
      const [kind = '', id = ''] = body.split(' ');
      if (kind === 'request') queues.match.send(id);
      if (kind === 'email') queues.mail.send(id);
    },
    match: (id) => write('email', id),
    mail: (id) => void mails.push(id),
  };
  const functions = {
    invoke: async (name: string, event: unknown) => {
      running += 1;
      await later(delay(15));
      const { Records } = event as {
        Records: { body?: string; dynamodb?: { Keys: { pk: { S: string }; sk: { S: string } } } }[];
      };
      for (const { body, dynamodb } of Records)
        work[name]?.(body ?? `${dynamodb?.Keys.pk.S ?? ''} ${dynamodb?.Keys.sk.S ?? ''}`);
      await later(delay(15));
      running -= 1;
      ended += 1;
      return { ok: true, answer: null } as const;
    },
    idle: () => running === 0,
    ended: () => ended,
  };

  const call: AwsCall = async (target, input) => {
    await later(delay(4));
    if (target.endsWith('DescribeStream')) return { StreamDescription: { Shards: [{ ShardId: 'one' }] } };
    if (target.endsWith('GetShardIterator')) return { ShardIterator: '0' };
    const from = Number((input as { ShardIterator: string }).ShardIterator);
    const visible = rows.filter(({ visibleAt }) => visibleAt <= Date.now()).slice(from);
    return {
      Records: visible.map(({ pk, id }, index) => ({
        eventName: 'INSERT',
        dynamodb: {
          SequenceNumber: String(from + index),
          ApproximateCreationDateTime: 0,
          Keys: { pk: { S: pk }, sk: { S: id } },
        },
      })),
      NextShardIterator: String(from + visible.length),
    };
  };
  const markers = streamMarkers((_, input) => {
    const { Item } = input as { Item?: { pk: { S: string }; sk: { S: string } } };
    if (Item !== undefined) write(Item.pk.S, Item.sk.S);
    return Promise.resolve({});
  }, 'table');

  const target = (id: string) => ({
    ...{ id, name: id, arn: id, role: id },
    timeoutSeconds: 60,
    variables: {},
  });
  const stream = streamTrigger({
    mapping: streamMapping.parse({
      ...{ EventSourceArn: 'stream', FunctionName: 'dispatch', StartingPosition: 'TRIM_HORIZON' },
      ...{ BatchSize: 10, FilterCriteria: { Filters: [{ Pattern: '{}' }] } },
      ...{ FunctionResponseTypes: ['ReportBatchItemFailures'], BisectBatchOnFunctionError: true },
      ...{ MaximumRetryAttempts: 1, MaximumRecordAgeInSeconds: 60 },
      DestinationConfig: { OnFailure: { Destination: 'letters' } },
    }),
    ...{ target: target('dispatch'), functions, call, markers, authorise: everybodyMay },
    deadLetter: () => undefined,
    isPaused: () => false,
  });
  const reading = (name: 'match' | 'mail') =>
    queueTrigger({
      mapping: queueMapping.parse({
        ...{ EventSourceArn: name, FunctionName: name, BatchSize: 10 },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      }),
      ...{ target: target(name), queue: queues[name], functions, authorise: everybodyMay },
    });
  // The sender comes before the matcher, so that one look through the triggers is too early for its work.
  const triggers = [stream, reading('mail'), reading('match')];
  return {
    mails,
    confirm: (id: string) => write('request', id),
    start: () => triggers.forEach((trigger) => trigger.start()),
    stop: () => Promise.all(triggers.map((trigger) => trigger.stop())),
    settle: () => settle({ triggers, functions, pause: () => later(5) }),
  };
};

describe('waiting until nothing is left to do', () => {
  it('sees the mail at the end of a long way, thirty times', async () => {
    const service = aService(1);
    service.start();
    for (let journey = 1; journey <= 30; journey += 1) {
      service.confirm(`request${String(journey)}`);
      await later(journey % 7);
      await service.settle();
      expect(service.mails).toHaveLength(journey);
    }
    await service.stop();
  });

  it('also when several wait at once, and when nothing polls in the background', async () => {
    const service = aService(2);
    for (let journey = 1; journey <= 10; journey += 1) {
      service.confirm(`request${String(journey)}`);
      await Promise.all([service.settle(), service.settle()]);
      expect(service.mails).toHaveLength(journey);
    }
    await service.stop();
  });
});
