import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDeadline, offerClock, soughtUntil } from '../../../shared/offers/offer-clock.ts';
import {
  addDays,
  addMinutes,
  addWorkingDays,
  isWorkingDay,
  londonDay,
  londonTime,
} from '../../../shared/kernel/time.ts';
import { aRequest } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';

const minutesInTwoYears = 2 * 365 * 24 * 60;

describe('how long an offer waits', () => {
  test('it ends at 5pm in London on a working day, in time, with its reminder in between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: minutesInTwoYears }),
        fc.integer({ min: 0, max: 120 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 10 }),
        (minutes, daysLeft, isReopened, usual) => {
          const now = addMinutes('2026-11-20T00:00:00.000Z', minutes);
          const today = londonDay(now);
          const signOffNeededBy = addDays(today, isReopened ? -daysLeft : daysLeft);
          const courseEnd = addDays(today, 200);
          const request = aRequest({
            signOffNeededBy,
            courseEnd,
            ...(isReopened ? { reopenedAt: now } : {}),
          });
          fc.pre(now < lastDeadline(request));
          const { remindAt, expiresAt } = offerClock(request, now, usual);
          const until = londonDay(expiresAt);
          expect(londonTime(expiresAt)).toBe('17:00');
          expect(isWorkingDay(until)).toBe(true);
          expect(now < remindAt && remindAt < expiresAt && until <= soughtUntil(request)).toBe(true);
          if (until < londonDay(lastDeadline(request)))
            expect(until >= addWorkingDays(today, 1), `${now} until ${expiresAt}`).toBe(true);
        },
      ),
      { numRuns: cases(10_000, 300) },
    );
  });
});
