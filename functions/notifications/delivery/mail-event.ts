import * as z from 'zod';
import type { Instant } from '../../../shared/kernel/time.ts';
import { addressHash } from '../../platform/hash.ts';
import { emailOfTag } from '../outbox/email-tag.ts';

/**
 * A delivery event from SES. It may arrive twice, out of order, or before the sender has recorded that it gave the
 * e-mail to SES.
 */
export interface MailEvent {
  readonly what: 'delivered' | 'bounced-for-good' | 'bounced-for-now' | 'complained' | 'rejected';
  /** The outbox row's id, sent along as a message tag. */
  readonly emailId: string;
  readonly messageId: string;
  /** Hashes of the addresses that the event is about. */
  readonly fingerprints: readonly string[];
  readonly at: Instant;
}

const recipients = z.array(z.object({ emailAddress: z.string() })).default([]);
const mail = z.object({
  messageId: z.string(),
  tags: z.object({
    emailId: z.tuple([z.string()]).rest(z.string()),
    /** The recipient's fingerprint, sent along as a message tag. */
    address: z.array(z.string()).default([]),
  }),
});
const at = z.iso.datetime({ offset: true }).transform((time) => new Date(time).toISOString());

/**
 * SES events as they arrive. EventBridge removes every field that this schema does not read, above all addresses, so
 * that no address is ever stored in a queue (infra/constructs/mail-events-rule.ts). Events from which nothing was
 * removed can be parsed too. Other kinds of event, such as a delay, need no action.
 */
const detailSchema = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Delivery'),
    mail,
    delivery: z.object({ timestamp: at }),
  }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ timestamp: at, bounceType: z.string(), bouncedRecipients: recipients }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      timestamp: at,
      complainedRecipients: recipients,
      /** "abuse", "not-spam" and others; absent if the mail provider does not say. */
      complaintFeedbackType: z.string().optional(),
    }),
  }),
  z.object({ eventType: z.literal('Reject'), mail: mail.extend({ timestamp: at }) }),
]);

const bodySchema = z.object({ detail: z.looseObject({ eventType: z.string() }) });

const HANDLED_EVENTS = new Set(['Delivery', 'Bounce', 'Complaint', 'Reject']);

/**
 * Parses the body of a queue message.
 * @returns undefined for an event that needs no action
 * @throws if it is not an SES event; the queue then keeps the message for inspection
 */
export const mailEventOf = (body: string): MailEvent | undefined => {
  const { detail } = bodySchema.parse(JSON.parse(body));
  if (!HANDLED_EVENTS.has(detail.eventType)) return undefined;
  const event = detailSchema.parse(detail);
  const common = { emailId: emailOfTag(event.mail.tags.emailId[0]).emailId, messageId: event.mail.messageId };
  const about = (told: z.infer<typeof recipients>): readonly string[] => [
    ...event.mail.tags.address,
    ...told.map(({ emailAddress }) => addressHash(emailAddress)),
  ];
  switch (event.eventType) {
    case 'Delivery':
      return {
        ...common,
        what: 'delivered',
        fingerprints: [],
        at: event.delivery.timestamp,
      };
    case 'Bounce':
      return {
        ...common,
        what: event.bounce.bounceType === 'Permanent' ? 'bounced-for-good' : 'bounced-for-now',
        fingerprints: about(event.bounce.bouncedRecipients),
        at: event.bounce.timestamp,
      };
    case 'Complaint':
      // Ignores "not spam": the recipient wants the e-mail.
      if (event.complaint.complaintFeedbackType === 'not-spam') return undefined;
      return {
        ...common,
        what: 'complained',
        fingerprints: about(event.complaint.complainedRecipients),
        at: event.complaint.timestamp,
      };
    case 'Reject':
      return { ...common, what: 'rejected', fingerprints: [], at: event.mail.timestamp };
  }
};
