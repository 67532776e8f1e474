import type { Email } from '../../../shared/notifications/email.ts';
import { bounceNotice } from '../../../shared/notifications/email-moves.ts';
import type { MailEvent } from './mail-event.ts';

/** What is told later never takes back what weighs more: a complaint, then a bounce, then a delivery. */
const weight = { delivered: 1, bounced: 2, complained: 3 } as const;

/** A full mailbox says nothing about the address: such a bounce only proves that the mail went out. */
const deliveryOf = {
  delivered: 'delivered',
  'bounced-for-good': 'bounced',
  'bounced-for-now': undefined,
  complained: 'complained',
} as const;

const wasHandedOver = (email: Email, { messageId, at }: MailEvent): Email => {
  if (email.state === 'sent') return email;
  const { leasedUntil, ...row } = email;
  return {
    ...(leasedUntil === undefined ? email : row),
    state: 'sent',
    sentAt: email.sentAt ?? at,
    messageId: email.messageId ?? messageId,
  };
};

interface After {
  readonly email: Email;
  /** Tells the team that an address does not work; at most once a mail. */
  readonly notice: Email | undefined;
}

/**
 * An outbox row and an event of its mail → the row afterwards, or undefined when the event tells nothing new. The same
 * end is reached in whatever order events come and however often, also when they come before the sender has noted
 * that the mail went out: an event proves that it did.
 */
export const afterEvent = (email: Email, event: MailEvent): After | undefined => {
  if (event.what === 'rejected')
    return email.state === 'failed'
      ? undefined
      : {
          email: { ...wasHandedOver(email, event), state: 'failed' },
          notice: bounceNotice(email, event.at),
        };
  if (email.state === 'failed') return undefined;
  const delivery = deliveryOf[event.what];
  const known = email.delivery === undefined ? 0 : weight[email.delivery];
  const told = delivery === undefined ? 0 : weight[delivery];
  if (email.state === 'sent' && told <= known) return undefined;
  const handedOver = wasHandedOver(email, event);
  return {
    email: delivery !== undefined && told > known ? { ...handedOver, delivery } : handedOver,
    notice: delivery === 'bounced' && told > known ? bounceNotice(email, event.at) : undefined,
  };
};
