import { SESv2Client } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { emailOfTag, emailTag } from '../../../functions/notifications/outbox/email-tag.ts';
import { cases } from '../../support/campaign.ts';

const ses = mockClient(SESv2Client);
beforeEach(() => {
  ses.reset();
});

describe("a row's id as a tag", () => {
  it('can be read back from the tag, and the tag has only characters that SES accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (emailId) => {
        const email = { systemId: 'kent-and-medway', emailId };
        expect(emailTag(email)).toMatch(/^[\w-]*$/u);
        expect(emailOfTag(emailTag(email))).toEqual(email);
      }),
      { numRuns: cases(100) },
    );
  });

  it('needs no system, because older tags name none', () => {
    const email = { emailId: 'digest-place.2026-W47#east-kent' };
    expect(emailOfTag(emailTag(email))).toEqual(email);
  });
});
