import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface MailEventsRuleProps {
  readonly configurationSetName: string;
  readonly queue: Queue;
}

interface Told {
  /** What SES calls it, as EventBridge's `detail-type`. */
  readonly detailType: string;
  /** The part of the detail that is handed on, field by field; none for what says everything by its name. */
  readonly part?: { readonly name: string; readonly fields: readonly string[] };
}

const TOLD: Readonly<Record<string, Told>> = {
  Bounced: { detailType: 'Email Bounced', part: { name: 'bounce', fields: ['timestamp', 'bounceType'] } },
  Complained: {
    detailType: 'Email Complaint Received',
    part: { name: 'complaint', fields: ['timestamp'] },
  },
  Delivered: { detailType: 'Email Delivered', part: { name: 'delivery', fields: ['timestamp'] } },
  Rejected: { detailType: 'Email Rejected' },
};

const field = (path: string): string => EventField.fromPath(`$.detail.${path}`);

/**
 * Hands on of SES's events what `functions/notifications/delivery/mail-event.ts` reads. Recipients, subject and headers are
 * left out here, so that no queue and no dead letter ever holds an address: the recipient stands as the fingerprint that
 * the mail carried as a tag.
 */
const handedOn = ({ part }: Told) => ({
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

/** What becomes of our e-mails, into a queue. */
export class MailEventsRule extends Construct {
  constructor(scope: Construct, id: string, { configurationSetName, queue }: MailEventsRuleProps) {
    super(scope, id);
    for (const [name, told] of Object.entries(TOLD))
      new Rule(this, name, {
        eventPattern: {
          source: ['aws.ses'],
          detailType: [told.detailType],
          detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName] } } },
        },
        targets: [new SqsQueue(queue, { message: RuleTargetInput.fromObject(handedOn(told)) })],
      });
  }
}
