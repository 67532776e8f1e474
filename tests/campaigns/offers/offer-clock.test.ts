import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offerClock } from '../../../shared/offers/offer-clock.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { aRequest } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';

describe('how long an offer waits', () => {
  test('it ends after it was made, with its reminder in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 60 }), (hours) => {
        const now = addHours('2026-11-20T09:15:00.000Z', hours);
        const request = aRequest({ signOffNeededBy: '2027-02-01' });
        const { remindAt, expiresAt } = offerClock(request, now, 5);
        expect(now < remindAt && remindAt < expiresAt && expiresAt <= '2027-02-02T00:00:00.000Z').toBe(true);
      }),
      { numRuns: cases(100) },
    );
  });
});
