import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesUsed } from '../../../shared/capacity/capacity.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import { cases } from '../../support/campaign.ts';

const taken = (from: string, to: string, requestId = `${from}${to}`) => ({
  matchId: requestId,
  requestId,
  seatId: 's',
  from,
  to,
  university: 'medway',
});
const none = { commitments: [], pendingOffers: [] };

const period = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 120 }))
  .map(([start, length]) => ({
    from: addDays('2027-01-01', start),
    to: addDays('2027-01-01', start + length),
  }));

test('the number in use is the most on any one day, counted day by day', () => {
  fc.assert(
    fc.property(fc.array(period, { maxLength: 8 }), period, (periods, window) => {
      const commitments = periods.map(({ from, to }, index) => taken(from, to, `r${index}`));
      let most = 0;
      for (let day = window.from; day <= window.to; day = addDays(day, 1))
        most = Math.max(most, periods.filter(({ from, to }) => from <= day && day <= to).length);
      expect(placesUsed({ ...none, commitments }, window)).toBe(most);
    }),
    { numRuns: cases(50) },
  );
});
