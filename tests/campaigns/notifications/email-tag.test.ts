import { SESv2Client } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { emailIdOf, emailTag } from '../../../functions/notifications/outbox/email-tag.ts';
import { cases } from '../../support/campaign.ts';

const ses = mockClient(SESv2Client);
beforeEach(() => {
  ses.reset();
});

describe("a row's id as a tag", () => {
  it('can be read back from the tag, and the tag has only characters that SES accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        expect(emailTag(id)).toMatch(/^[\w-]*$/u);
        expect(emailIdOf(emailTag(id))).toBe(id);
      }),
      { numRuns: cases(100) },
    );
    expect(emailIdOf(emailTag('digest-place.2026-W47#east-kent'))).toBe('digest-place.2026-W47#east-kent');
  });
});
