import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { MovableClock } from '../lambda/movable-clock.ts';
import { matchesPattern } from '../events/event-pattern.ts';
import { inputTransformer, transformed } from '../events/input-transformer.ts';
import type { Queues } from '../events/queues.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/resolver.ts';

/**
 * Domain of SES's mailbox simulator. An e-mail to this domain bounces if its address starts with `bounce`, and comes back
 * for now, as from a full mailbox, if it starts with `full`.
 */
export const SIMULATOR_HOST = '@simulator.amazonses.com';

/** Schema of a delivery event in short form, from which SES's full event is built. */
export const mailEvent = z.strictObject({
  kind: z.enum(['delivery', 'bounce', 'soft-bounce', 'complaint', 'not-spam', 'delay', 'reject']),
  messageId: z.string(),
  to: z.string(),
});

export type MailEvent = z.infer<typeof mailEvent>;

/** Parts of a sent e-mail that SES repeats in every event about that e-mail. */
interface Carried {
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** Routes SES events through the event bus to the queues named by its rules. */
export interface MailEvents {
  /** To be called when SES has accepted an e-mail. */
  accepted(messageId: string, carried: Carried): void;
  /** @returns the number of queues that received the event */
  emit(event: MailEvent): number;
}

const rule = z.object({
  EventPattern: z.looseObject({}),
  State: z.literal('ENABLED'),
  Targets: z.array(
    z.strictObject({ Arn: z.string(), Id: z.string(), InputTransformer: inputTransformer.optional() }),
  ),
});
const destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({ Enabled: z.literal(true), MatchingEventTypes: z.array(z.string()) }),
});

/**
 * The three names that SES uses for each kind of event: the name in an event destination, the `detail-type`
 * on EventBridge, and the key in the event's detail.
 */
const kinds = {
  delivery: { asked: 'delivery', type: 'Email Delivered', part: 'delivery' },
  bounce: { asked: 'bounce', type: 'Email Bounced', part: 'bounce' },
  'soft-bounce': { asked: 'bounce', type: 'Email Bounced', part: 'bounce' },
  complaint: { asked: 'complaint', type: 'Email Complaint Received', part: 'complaint' },
  'not-spam': { asked: 'complaint', type: 'Email Complaint Received', part: 'complaint' },
  delay: { asked: 'deliveryDelay', type: 'Email Delivery Delayed', part: 'deliveryDelay' },
  reject: { asked: 'reject', type: 'Email Rejected', part: 'reject' },
} as const;

const particulars = ({ kind, to }: MailEvent, timestamp: string): Readonly<Record<string, unknown>> => {
  switch (kind) {
    case 'delivery':
      return { timestamp, recipients: [to], processingTimeMillis: 12, smtpResponse: '250 ok' };
    case 'bounce':
    case 'soft-bounce':
      return {
        timestamp,
        feedbackId: randomUUID(),
        bounceType: kind === 'bounce' ? 'Permanent' : 'Transient',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: to, action: 'failed', status: '5.1.1' }],
      };
    case 'complaint':
    case 'not-spam':
      return {
        timestamp,
        feedbackId: randomUUID(),
        complainedRecipients: [{ emailAddress: to }],
        complaintFeedbackType: kind === 'complaint' ? 'abuse' : kind,
      };
    case 'delay':
      return {
        timestamp,
        delayType: 'TransientCommunicationFailure',
        delayedRecipients: [{ emailAddress: to }],
      };
    case 'reject':
      return { reason: 'Bad content' };
  }
};

const detailOf = (event: MailEvent, { configurationSet: set, tags }: Carried, timestamp: string) => {
  const { part } = kinds[event.kind];
  return {
    eventType: `${part.charAt(0).toUpperCase()}${part.slice(1)}`,
    mail: {
      timestamp,
      messageId: event.messageId,
      destination: [event.to],
      tags: { ...tags, ...(set === undefined ? {} : { 'ses:configuration-set': [set] }) },
    },
    [part]: particulars(event, timestamp),
  };
};

export const mailEventRouter = (template: LocalTemplate, queues: Queues, clock: MovableClock): MailEvents => {
  const rules = template.all('AWS::Events::Rule', rule);
  const destinations = template.all('AWS::SES::ConfigurationSetEventDestination', destination);
  const sent = new Map<string, Carried>();
  return {
    accepted: (messageId, carried) => void sent.set(messageId, carried),
    emit: (event) => {
      const carried = sent.get(event.messageId);
      if (carried === undefined) throw new Error(`SES never took an e-mail called ${event.messageId}`);
      const { asked, type } = kinds[event.kind];
      const wanted = destinations.some(
        ({ properties: { ConfigurationSetName, EventDestination } }) =>
          ConfigurationSetName === carried.configurationSet &&
          EventDestination.MatchingEventTypes.includes(asked),
      );
      if (!wanted) return 0;
      const time = new Date(clock.now()).toISOString();
      const envelope = {
        version: '0',
        id: randomUUID(),
        'detail-type': type,
        source: 'aws.ses',
        account: LOCAL_ACCOUNT,
        time,
        region: LOCAL_REGION,
        resources: [],
        detail: detailOf(event, carried, time),
      };
      const targets = rules
        .filter(({ properties }) => matchesPattern(properties.EventPattern, envelope))
        .flatMap(({ properties }) => properties.Targets);
      for (const { Arn, InputTransformer: transformer } of targets)
        queues
          .byArn(Arn)
          .send(transformer === undefined ? JSON.stringify(envelope) : transformed(transformer, envelope));
      return targets.length;
    },
  };
};
