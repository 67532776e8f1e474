import {
  AccountSuspendedException,
  BadRequestException,
  MessageRejected,
  SESv2Client,
  SendEmailCommand,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressHash } from '../../../functions/platform/hash.ts';
import { sesMailer } from '../../../functions/notifications/outbox/ses-mailer.ts';

const ses = mockClient(SESv2Client);
beforeEach(() => {
  ses.reset();
});

const mailer = sesMailer(new SESv2Client({ region: 'eu-west-2' }), {
  from: 'DPP Match <match@dpp.example>',
  systemId: 'kent-and-medway',
  configurationSet: 'dpp-match-test',
});
const mail = {
  to: 'amara@dpp.example',
  subject: 'Zoë asks for your place',
  text: 'text',
  html: '<p>html</p>',
  replyTo: 'team@dpp.example',
  emailId: 'practitioner-offer-made.o1',
};
const AUTOMATIC = [
  { Name: 'Auto-Submitted', Value: 'auto-generated' },
  { Name: 'X-Auto-Response-Suppress', Value: 'All' },
];
const fault = { $metadata: {}, message: 'no' };

describe('handing a mail to SES', () => {
  it('names sender, recipient, reply address, and the row that it comes from', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
    expect(await mailer.send(mail)).toEqual({ sent: true, messageId: 'm1' });
    const sent = ses.commandCalls(SendEmailCommand)[0]?.args[0].input;
    expect(sent).toMatchObject({
      FromEmailAddress: 'DPP Match <match@dpp.example>',
      Destination: { ToAddresses: ['amara@dpp.example'] },
      ReplyToAddresses: ['team@dpp.example'],
      ConfigurationSetName: 'dpp-match-test',
      EmailTags: [
        { Name: 'emailId', Value: 'kent-and-medway_7cpractitioner-offer-made_2eo1' },
        { Name: 'address', Value: addressHash('amara@dpp.example') },
      ],
    });
  });

  it('asks robots, such as out-of-office replies, not to answer', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
    await mailer.send(mail);
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input.Content?.Simple?.Headers).toEqual(AUTOMATIC);
  });

  it('offers one-click unsubscribe where the message can be stopped', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
    await mailer.send({ ...mail, unsubscribeUrl: 'https://dpp.example/unsubscribe/t' });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input.Content?.Simple?.Headers).toEqual([
      ...AUTOMATIC,
      { Name: 'List-Unsubscribe', Value: '<https://dpp.example/unsubscribe/t>' },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ]);
  });

  it.each([
    [new MessageRejected(fault), 'message-rejected'],
    [new BadRequestException(fault), 'bad-request'],
  ])('returns what is wrong with the message itself: $name', async (error, refused) => {
    ses.on(SendEmailCommand).rejects(error);
    expect(await mailer.send(mail)).toEqual({ sent: false, refused });
  });

  it.each([
    'Email address is not verified.',
    'Email address is not verified. The following identities failed the check in region EU-WEST-2: amara@dpp.example',
  ])('lets a message wait while SES says: %s', async (message) => {
    ses.on(SendEmailCommand).rejects(new MessageRejected({ ...fault, message }));
    expect(await mailer.send(mail)).toEqual({ sent: false, waits: 'not-verified' });
  });

  it.each([
    new TooManyRequestsException(fault),
    new AccountSuspendedException(fault),
    Object.assign(new Error('socket hang up'), { name: 'TimeoutError' }),
  ])('throws a transient error, so that the e-mail is retried: $name', async (error) => {
    ses.on(SendEmailCommand).rejects(error);
    await expect(mailer.send(mail)).rejects.toBe(error);
  });
});
