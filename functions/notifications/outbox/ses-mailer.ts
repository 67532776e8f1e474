import { BadRequestException, MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { addressHash } from '../../platform/hash.ts';
import { emailTag } from './email-tag.ts';
import type { MailAnswer, Mailer, OutgoingMail } from './mailer.ts';

interface Settings {
  /** Id of the system whose e-mails these are. */
  readonly systemId: string;
  /** Sender, for example "DPP Match <dpp-match@example.nhs.uk>". */
  readonly from: string;
  readonly configurationSet: string;
}

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** Headers that ask robots, such as out-of-office replies, not to answer (RFC 3834, and Exchange's own header). */
const automatic = [
  { Name: 'Auto-Submitted', Value: 'auto-generated' },
  { Name: 'X-Auto-Response-Suppress', Value: 'All' },
];

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
        Headers: [
          ...automatic,
          ...(mail.unsubscribeUrl === undefined ? [] : unsubscribing(mail.unsubscribeUrl)),
        ],
      },
    },
  });

/**
 * The answer that an error of SES means; undefined if a retry may succeed. SES says `MessageRejected` for a bad message,
 * and also for a sender that is not verified yet and for every recipient while the account is in SES's sandbox. Only its
 * text tells them apart.
 */
const answerOf = (error: unknown): MailAnswer | undefined => {
  if (error instanceof MessageRejected)
    return /\bnot verified\b/iu.test(error.message)
      ? { sent: false, waits: 'not-verified' }
      : { sent: false, refused: 'message-rejected' };
  if (error instanceof BadRequestException) return { sent: false, refused: 'bad-request' };
  return undefined;
};

/**
 * Sends e-mails through SES. Returns a refusal only if the message itself is at fault. Throws for everything
 * else, including a paused account, so that the message waits until that is fixed.
 */
export const sesMailer = (client: SESv2Client, settings: Settings): Mailer => ({
  send: async (mail) => {
    try {
      const { MessageId } = await client.send(commandFor(mail, settings));
      if (MessageId === undefined) throw new Error('SES accepted an e-mail without returning its id');
      return { sent: true, messageId: MessageId };
    } catch (error) {
      const answer = answerOf(error);
      if (answer === undefined) throw error;
      return answer;
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
