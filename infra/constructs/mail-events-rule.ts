import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface MailEventsRuleProps {
  readonly configurationSetName: string;
  readonly queue: Queue;
}

interface MailEvent {
  /** The `detail-type` of the event on EventBridge. */
  readonly detailType: string;
  /** Part of the event that is forwarded in addition to `mail`, with the names of its forwarded fields. */
  readonly part?: { readonly name: string; readonly fields: readonly string[] };
  /** A field of the part that only some events have, and whether this rule is for those. */
  readonly where?: { readonly field: string; readonly exists: boolean };
}

const mailEvents: Readonly<Record<string, MailEvent>> = {
  Bounced: { detailType: 'Email Bounced', part: { name: 'bounce', fields: ['timestamp', 'bounceType'] } },
  // Two rules, because a target of EventBridge cannot leave out a field that an event does not have. The type of a
  // complaint may be "not-spam".
  Complained: {
    detailType: 'Email Complaint Received',
    part: { name: 'complaint', fields: ['timestamp', 'complaintFeedbackType'] },
    where: { field: 'complaintFeedbackType', exists: true },
  },
  ComplainedWithoutType: {
    detailType: 'Email Complaint Received',
    part: { name: 'complaint', fields: ['timestamp'] },
    where: { field: 'complaintFeedbackType', exists: false },
  },
  Delivered: { detailType: 'Email Delivered', part: { name: 'delivery', fields: ['timestamp'] } },
  Rejected: { detailType: 'Email Rejected' },
};

const field = (path: string): string => EventField.fromPath(`$.detail.${path}`);

/**
 * Forwards only the fields that `functions/notifications/delivery/mail-event.ts` reads. Leaves out
 * recipients, subject and headers, so that no e-mail address reaches a queue. The function identifies the
 * recipient by a hash, with which every e-mail is tagged.
 */
const forwarded = ({ part }: MailEvent) => ({
  detail: {
    eventType: field('eventType'),
    mail: {
      messageId: field('mail.messageId'),
      timestamp: field('mail.timestamp'),
      tags: { emailId: [field('mail.tags.emailId[0]')], address: [field('mail.tags.address[0]')] },
    },
    ...(part === undefined
      ? {}
      : {
          [part.name]: Object.fromEntries(part.fields.map((name) => [name, field(`${part.name}.${name}`)])),
        }),
  },
});

/** The part of a rule's pattern that chooses the events with or without a field. */
const narrowedTo = ({ part, where }: MailEvent) =>
  part === undefined || where === undefined
    ? {}
    : { [part.name]: { [where.field]: [{ exists: where.exists }] } };

/** EventBridge rules that forward the delivery events of one configuration set to a queue. */
export class MailEventsRule extends Construct {
  constructor(scope: Construct, id: string, { configurationSetName, queue }: MailEventsRuleProps) {
    super(scope, id);
    for (const [name, event] of Object.entries(mailEvents))
      new Rule(this, name, {
        eventPattern: {
          source: ['aws.ses'],
          detailType: [event.detailType],
          detail: {
            mail: { tags: { 'ses:configuration-set': [configurationSetName] } },
            ...narrowedTo(event),
          },
        },
        targets: [new SqsQueue(queue, { message: RuleTargetInput.fromObject(forwarded(event)) })],
      });
  }
}
