import { BadRequestException, MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { addressHash } from '../../platform/hash.ts';
import { emailTag } from './email-tag.ts';
import type { Mailer, OutgoingMail } from './mailer.ts';

interface Settings {
  /** "DPP Match <dpp-match@example.nhs.uk>" */
  readonly from: string;
  readonly configurationSet: string;
}

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** RFC 8058: one press in the mail program, without a page. */
const unsubscribing = (url: string) => [
  { Name: 'List-Unsubscribe', Value: `<${url}>` },
  { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
];

const commandFor = (mail: OutgoingMail, { from, configurationSet }: Settings) =>
  new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [mail.to] },
    ReplyToAddresses: [mail.replyTo],
    ConfigurationSetName: configurationSet,
    // Both come back in delivery events, which then need no address.
    EmailTags: [
      { Name: 'emailId', Value: emailTag(mail.emailId) },
      { Name: 'address', Value: addressHash(mail.to) },
    ],
    Content: {
      Simple: {
        Subject: utf8(mail.subject),
        Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
        ...(mail.unsubscribeUrl === undefined ? {} : { Headers: unsubscribing(mail.unsubscribeUrl) }),
      },
    },
  });

/** Why SES will never take this very message; undefined for what may pass later. */
const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof MessageRejected) return 'message-rejected';
  if (error instanceof BadRequestException) return 'bad-request';
  return undefined;
};

/**
 * Hands mail to SES. What is wrong with the message itself is a refusal. All else is thrown and the message waits:
 * also an account that is paused or an identity that is not verified, because that is mended without losing a mail.
 */
export const sesMailer = (client: SESv2Client, settings: Settings): Mailer => ({
  send: async (mail) => {
    try {
      const { MessageId } = await client.send(commandFor(mail, settings));
      if (MessageId === undefined) throw new Error('SES accepted a mail without naming it');
      return { sent: true, messageId: MessageId };
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === undefined) throw error;
      return { sent: false, refused };
    }
  },
});

/**
 * The mailer of a function. One attempt only: SES has no idempotency, so a second try inside the SDK after a lost
 * answer would mail twice. The outbox tries again later, when a delivery event may have told that the first went out.
 */
export const functionMailer = (settings: Settings): Mailer =>
  sesMailer(
    new SESv2Client({
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 },
    }),
    settings,
  );
