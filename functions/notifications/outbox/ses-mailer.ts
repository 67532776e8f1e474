import { BadRequestException, MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { addressHash } from '../../platform/hash.ts';
import { emailTag } from './email-tag.ts';
import type { Mailer, OutgoingMail } from './mailer.ts';

interface Settings {
  /** Id of the system whose e-mails these are. */
  readonly systemId: string;
  /** Sender, for example "DPP Match <dpp-match@example.nhs.uk>". */
  readonly from: string;
  readonly configurationSet: string;
}

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** Headers for RFC 8058 one-click unsubscribe. */
const unsubscribing = (url: string) => [
  { Name: 'List-Unsubscribe', Value: `<${url}>` },
  { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
];

const commandFor = (mail: OutgoingMail, { systemId, from, configurationSet }: Settings) =>
  new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [mail.to] },
    ReplyToAddresses: [mail.replyTo],
    ConfigurationSetName: configurationSet,
    // SES returns both tags in delivery events, so that the events need no address.
    EmailTags: [
      { Name: 'emailId', Value: emailTag({ systemId, emailId: mail.emailId }) },
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

/** The reason why SES will never accept this message; undefined if a retry may succeed. */
const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof MessageRejected) return 'message-rejected';
  if (error instanceof BadRequestException) return 'bad-request';
  return undefined;
};

/**
 * Sends e-mails through SES. Returns a refusal only if the message itself is at fault. Throws for everything
 * else, including a paused account or an unverified identity, so that the message waits until that is fixed.
 */
export const sesMailer = (client: SESv2Client, settings: Settings): Mailer => ({
  send: async (mail) => {
    try {
      const { MessageId } = await client.send(commandFor(mail, settings));
      if (MessageId === undefined) throw new Error('SES accepted an e-mail without returning its id');
      return { sent: true, messageId: MessageId };
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === undefined) throw error;
      return { sent: false, refused };
    }
  },
});

/**
 * The mailer of a function. Makes one attempt only: SES has no idempotency key, so an SDK retry after a lost
 * answer would send the e-mail twice. The outbox retries later, when a delivery event may show that the first
 * attempt succeeded.
 */
export const functionMailer = (settings: Settings): Mailer =>
  sesMailer(
    new SESv2Client({
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 },
    }),
    settings,
  );
