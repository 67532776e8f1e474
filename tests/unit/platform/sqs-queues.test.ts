import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { readMessages, systemOfMessage } from '../../../functions/platform/queues/read-messages.ts';
import { sqsQueues } from '../../../functions/platform/queues/sqs-queues.ts';
import { mailMessageSchema } from '../../../shared/contracts/change-queues.ts';

const urls = { mail: 'https://sqs.example/mail' };
const messages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `m${String(index)}`, body: String(index) }));

describe('the queues on SQS', () => {
  it('take ten messages a call', async () => {
    const client = new SQSClient({ region: 'eu-west-2' });
    const sqs = mockClient(client).on(SendMessageBatchCommand).resolves({});
    expect(await sqsQueues(client, urls).send('mail', messages(23))).toEqual([]);
    const calls = sqs.commandCalls(SendMessageBatchCommand).map(({ args: [{ input }] }) => input);
    expect(calls.map(({ Entries = [] }) => Entries.length)).toEqual([10, 10, 3]);
    expect(calls[2]).toMatchObject({
      QueueUrl: 'https://sqs.example/mail',
      Entries: [{ MessageBody: '20' }, { MessageBody: '21' }, { MessageBody: '22' }],
    });
  });

  it('name the messages that were not accepted', async () => {
    const client = new SQSClient({ region: 'eu-west-2' });
    const refused = { Id: '1', SenderFault: false, Code: 'InternalError' };
    mockClient(client)
      .on(SendMessageBatchCommand)
      .resolves({ Successful: [], Failed: [refused] });
    expect(await sqsQueues(client, urls).send('mail', messages(12))).toEqual(['m1', 'm11']);
  });

  it('are those that some function reads', async () => {
    const queues = sqsQueues(new SQSClient({ region: 'eu-west-2' }), urls);
    expect([queues.has('mail'), queues.has('jobs')]).toEqual([true, false]);
    await expect(queues.send('jobs', messages(1))).rejects.toThrow('there is no queue jobs');
  });
});

describe('the messages of a batch', () => {
  it('are read by the schema of their queue, and the others reported', () => {
    const told: unknown[] = [];
    const records = ['{"system":"kent","emailId":"a"}', 'no JSON', '{"emailId":""}'].map((body, index) => ({
      messageId: String(index),
      body,
    }));
    const read = readMessages(
      mailMessageSchema,
      { Records: records },
      { event: (code, facts) => void told.push([code, facts]) },
    );
    expect(read).toEqual({
      messages: [{ messageId: '0', message: { system: 'kent', emailId: 'a' } }],
      unreadable: ['1', '2'],
    });
    expect(told).toEqual([['messages-unreadable', { count: 2 }]]);
  });

  it('say which system they are about', () => {
    expect(systemOfMessage({ body: '{"system":"kent"}' })).toBe('kent');
    expect(systemOfMessage({ body: '{}' })).toBeUndefined();
    expect(systemOfMessage({ body: 'no JSON' })).toBeUndefined();
  });
});
