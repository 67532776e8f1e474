import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { mailEventOf } from '../../functions/notifications/delivery/mail-event.ts';
import { addressHash } from '../../functions/platform/hash.ts';
import { matchesPattern } from '../../infra/local/events/event-pattern.ts';
import { inputTransformer, transformed } from '../../infra/local/events/input-transformer.ts';
import { synthesized, type Synthesized } from '../support/synthesized.ts';

const AT = '2026-11-21T09:00:30.123Z';
const ADDRESS = 'amara.canary@dpp.example';

/** Builds an event as SES sends it, including the properties with names and addresses that must not be forwarded. */
const eventOf = (type: string, eventType: string, set: unknown, part: object) => ({
  source: 'aws.ses',
  'detail-type': type,
  detail: {
    eventType,
    mail: {
      timestamp: AT,
      messageId: 'ses-1',
      source: 'DPP Match <match@dpp.example>',
      destination: [ADDRESS],
      headers: [{ name: 'To', value: `Amara Canary <${ADDRESS}>` }],
      commonHeaders: { to: [ADDRESS], subject: 'A learner for Amara Canary' },
      tags: {
        'ses:configuration-set': [set],
        'ses:caller-identity': ['sender'],
        emailId: ['practitioner-offer-made_2eo1'],
        address: [addressHash(ADDRESS)],
      },
    },
    ...part,
  },
});

const recipients = [{ emailAddress: ADDRESS, status: '5.1.1', diagnosticCode: `550 <${ADDRESS}> unknown` }];

const rule = z.object({
  EventPattern: z.object({ detail: z.looseObject({ mail: z.unknown().optional() }) }).loose(),
  Targets: z.array(z.object({ InputTransformer: inputTransformer })).length(1),
});

describe('a delivery event', () => {
  let stacks: Synthesized;
  beforeAll(async () => {
    stacks = await synthesized();
  }, 240_000);

  it.each([
    [
      'Email Bounced',
      'Bounce',
      'bounced-for-good',
      { bounce: { timestamp: AT, bounceType: 'Permanent', bouncedRecipients: recipients } },
    ],
    [
      'Email Bounced',
      'Bounce',
      'bounced-for-now',
      { bounce: { timestamp: AT, bounceType: 'Transient', bouncedRecipients: recipients } },
    ],
    [
      'Email Complaint Received',
      'Complaint',
      'complained',
      { complaint: { timestamp: AT, complainedRecipients: recipients, userAgent: ADDRESS } },
    ],
    [
      'Email Complaint Received',
      'Complaint',
      'complained',
      { complaint: { timestamp: AT, complainedRecipients: recipients, complaintFeedbackType: 'abuse' } },
    ],
    [
      'Email Delivered',
      'Delivery',
      'delivered',
      { delivery: { timestamp: AT, recipients: [ADDRESS], smtpResponse: `250 ${ADDRESS}` } },
    ],
    ['Email Rejected', 'Reject', 'rejected', { reject: { reason: 'Bad content' } }],
  ])(
    '%s (%s, %s) reaches the queue without an address or a name, and can be parsed',
    (type, eventType, what, part) => {
      const rules = stacks.all('AWS::Events::Rule', rule).filter(({ EventPattern }) => {
        const { mail, ...detail } = EventPattern.detail;
        const pattern = { ...EventPattern, detail };
        return matchesPattern(pattern, eventOf(type, eventType, '', part)) && mail !== undefined;
      });
      expect(rules).toHaveLength(1);
      const told = transformed(rules[0]!.Targets[0]!.InputTransformer, eventOf(type, eventType, 'set', part));
      expect(told).not.toMatch(/amara|canary|example|@/iu);
      expect(mailEventOf(told)).toEqual({
        what,
        emailId: 'practitioner-offer-made.o1',
        messageId: 'ses-1',
        at: AT,
        fingerprints: what === 'delivered' || what === 'rejected' ? [] : [addressHash(ADDRESS)],
      });
    },
  );

  it('that says “not spam” reaches the queue with this type, and asks for nothing', () => {
    const part = {
      complaint: { timestamp: AT, complainedRecipients: recipients, complaintFeedbackType: 'not-spam' },
    };
    const event = eventOf('Email Complaint Received', 'Complaint', 'set', part);
    const told = stacks
      .all('AWS::Events::Rule', rule)
      .filter(
        ({ EventPattern: { detail } }) =>
          'complaint' in detail && matchesPattern({ complaint: detail['complaint'] }, event.detail),
      )
      .map(({ Targets: [target] }) => transformed(target!.InputTransformer, event));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('"complaintFeedbackType":"not-spam"');
    expect(mailEventOf(told[0] ?? '')).toBeUndefined();
  });
});
