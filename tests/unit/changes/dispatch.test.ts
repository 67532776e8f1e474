import { describe, expect, it } from 'vitest';
import { dispatchChanges } from '../../../functions/changes/dispatch.ts';
import { keyInSystem, keys } from '../../../functions/store/table/keys.ts';
import { memoryQueues } from '../../support/memory-queues.ts';

const quiet = { event: () => undefined, surprise: () => undefined };
const SECONDS = Date.parse('2026-11-21T09:00:00.000Z') / 1_000;

const stored = (key: { readonly pk: string; readonly sk: string }, system?: string) => ({
  pk: { S: system === undefined ? key.pk : keyInSystem(system, key.pk) },
  sk: { S: key.sk },
});

const record = (
  position: string,
  Keys: ReturnType<typeof stored>,
  image: { readonly kind: string; readonly id: string; readonly seeking?: boolean } | undefined,
  eventName = 'INSERT',
) => ({
  eventName,
  dynamodb: {
    SequenceNumber: position,
    ApproximateCreationDateTime: SECONDS,
    Keys,
    ...(image === undefined
      ? {}
      : {
          NewImage: {
            kind: { S: image.kind },
            noun: { M: { id: { S: image.id }, version: { N: '1' } } },
            ...(image.seeking === undefined ? {} : { seeking: { BOOL: image.seeking } }),
          },
        }),
  },
});

const email = (position: string, id: string, system?: string, eventName?: string) =>
  record(position, stored(keys.email(id), system), { kind: 'email', id }, eventName);
const request = (position: string, id: string, seeking: boolean, system = 'kent') =>
  record(position, stored(keys.request(id), system), { kind: 'request', id, seeking }, 'MODIFY');
const failures = (...positions: readonly string[]) => ({
  batchItemFailures: positions.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('a changed row', () => {
  it('that is a new e-mail is announced to the sender, once', async () => {
    const queues = memoryQueues(['mail', 'match', 'publish']);
    const run = dispatchChanges({ queues, log: quiet });
    expect(
      await run({ Records: [email('1', 'a', 'kent'), email('2', 'a', 'kent', 'MODIFY'), email('3', 'b')] }),
    ).toEqual(failures());
    expect(queues.sent('mail')).toEqual([{ system: 'kent', emailId: 'a' }, { emailId: 'b' }]);
    expect(queues.sent('publish')).toEqual([]);
  });

  it('that is a request with vacant seats is announced to the matcher, with its place in the stream', async () => {
    const queues = memoryQueues(['match']);
    await dispatchChanges({ queues, log: quiet })({
      Records: [request('7', 'a', true), request('8', 'b', false)],
    });
    expect(queues.sent('match')).toEqual([
      { system: 'kent', requestId: 'a', position: '7', changedAt: '2026-11-21T09:00:00.000Z' },
    ]);
  });

  it('that public files are built from is announced to their builder, also when it was deleted', async () => {
    const queues = memoryQueues(['publish']);
    await dispatchChanges({ queues, log: quiet })({
      Records: [
        record('1', stored(keys.practitioner('p'), 'kent'), { kind: 'practitioner', id: 'p' }),
        record('2', stored(keys.practitioner('q'), 'sussex'), undefined, 'REMOVE'),
        record('3', stored(keys.token('secret'), 'kent'), undefined, 'REMOVE'),
        record('4', stored(keys.token('other'), 'kent'), { kind: 'link', id: 'l' }),
      ],
    });
    const changedAt = '2026-11-21T09:00:00.000Z';
    expect(queues.sent('publish')).toEqual([
      { system: 'kent', kind: 'practitioner', id: 'p', position: '1', changedAt },
      { system: 'sussex', kind: 'practitioner', id: 'q', position: '2', changedAt },
    ]);
  });

  it('is announced once for several changes in a batch, with the last of them', async () => {
    const queues = memoryQueues(['match']);
    await dispatchChanges({ queues, log: quiet })({
      Records: [request('1', 'a', true), request('2', 'b', true), request('3', 'a', true)],
    });
    expect(queues.sent('match')).toMatchObject([
      { requestId: 'a', position: '3' },
      { requestId: 'b', position: '2' },
    ]);
  });

  it('of one system is not confused with a row of another that has the same id', async () => {
    const queues = memoryQueues(['match']);
    await dispatchChanges({ queues, log: quiet })({
      Records: [request('1', 'a', true, 'kent'), request('2', 'a', true, 'sussex')],
    });
    expect(queues.sent('match')).toMatchObject([{ system: 'kent' }, { system: 'sussex' }]);
  });

  it('is announced to nobody if no function reads the queue', async () => {
    const queues = memoryQueues([]);
    const run = dispatchChanges({ queues, log: quiet });
    expect(await run({ Records: [email('1', 'a'), request('2', 'b', true)] })).toEqual(failures());
  });
});

describe('a change that could not be announced', () => {
  it('is delivered again, and the others are not', async () => {
    const queues = memoryQueues(['mail'], (_, body) => body.includes('"b"'));
    const run = dispatchChanges({ queues, log: quiet });
    expect(await run({ Records: [email('1', 'a'), email('2', 'b'), email('3', 'c')] })).toEqual(
      failures('2'),
    );
    expect(queues.sent('mail')).toEqual([{ emailId: 'a' }, { emailId: 'c' }]);
  });

  it('is delivered again with every change that its message stood for', async () => {
    const queues = memoryQueues(['match'], () => true);
    const run = dispatchChanges({ queues, log: quiet });
    expect(
      await run({ Records: [request('1', 'a', true), request('2', 'b', false), request('3', 'a', true)] }),
    ).toEqual(failures('1', '3'));
  });

  it('does not keep the other queues from their messages', async () => {
    const queues = memoryQueues(['mail', 'match']);
    const run = dispatchChanges({
      queues: {
        ...queues,
        send: (queue, messages) =>
          queue === 'match' ? Promise.reject(new Error('no answer')) : queues.send(queue, messages),
      },
      log: quiet,
    });
    expect(await run({ Records: [request('1', 'a', true), email('2', 'b')] })).toEqual(failures('1'));
    expect(queues.sent('mail')).toEqual([{ emailId: 'b' }]);
  });
});

describe('a record that cannot be read', () => {
  it('is reported and does not hold up the others', async () => {
    const queues = memoryQueues(['mail']);
    const told: string[] = [];
    const run = dispatchChanges({ queues, log: { ...quiet, event: (code) => void told.push(code) } });
    const broken = { eventName: 'INSERT', dynamodb: { SequenceNumber: '1' } };
    expect(await run({ Records: [broken, email('2', 'b')] })).toEqual(failures());
    expect(told).toEqual(['row-unreadable']);
    expect(queues.sent('mail')).toEqual([{ emailId: 'b' }]);
  });
});
