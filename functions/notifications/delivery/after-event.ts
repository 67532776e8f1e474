import type { Email } from '../../../shared/notifications/email.ts';
import { bounceNotice, rejectedEmail, sentEmail } from '../../../shared/notifications/email-moves.ts';
import type { MailEvent } from './mail-event.ts';

/** Severity of each delivery status. An event never replaces a status by a less severe one. */
const severity = { delivered: 1, bounced: 2, complained: 3 } as const;

/**
 * Delivery status that follows from each kind of event. A temporary bounce, such as a full mailbox, is recorded beside
 * it.
 */
const deliveryOf = {
  delivered: 'delivered',
  'bounced-for-good': 'bounced',
  'bounced-for-now': undefined,
  complained: 'complained',
} as const;

interface After {
  readonly email: Email;
  /** An e-mail that tells the team about a bounced address, at most once per bounced e-mail. */
  readonly notice: Email | undefined;
}

/**
 * Applies a delivery event to its outbox row. Idempotent. Events may arrive in any order. An event may even
 * arrive before the sender has recorded that it gave the e-mail to SES; the event then proves that the e-mail
 * was sent.
 * @returns undefined if the event changes nothing
 */
export const afterEvent = (email: Email, event: MailEvent): After | undefined => {
  if (email.state === 'failed') return undefined;
  const sent = email.state === 'sent' ? email : sentEmail(email, event.at, event.messageId);
  if (event.what === 'rejected') return { email: rejectedEmail(sent), notice: bounceNotice(email, event.at) };
  const delivery = deliveryOf[event.what];
  const known = sent.delivery === undefined ? 0 : severity[sent.delivery];
  const told = delivery === undefined ? 0 : severity[delivery];
  // An e-mail that was delivered and then "came back for now" was answered by a robot.
  const returns = event.what === 'bounced-for-now' && known === 0 && sent.returnedAt === undefined;
  if (email.state === 'sent' && told <= known && !returns) return undefined;
  return {
    email: {
      ...sent,
      ...(delivery !== undefined && told > known ? { delivery } : {}),
      ...(returns ? { returnedAt: event.at } : {}),
    },
    // The team is told about DPPs and requesters when they are marked as unreachable.
    notice:
      delivery === 'bounced' && told > known && email.name.startsWith('digest-')
        ? bounceNotice(email, event.at)
        : undefined,
  };
};
