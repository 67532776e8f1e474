import { describe, expect, it } from 'vitest';
import { makeOffer } from '../../../shared/offers/offer-moves.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { hours } from '../../../shared/matching/requirements/hours.ts';
import { withHoursDone } from '../../../shared/requests/seat-moves.ts';
import { aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

const COURSE = { courseStart: '2027-02-01', courseEnd: '2027-07-31' };

/** Days on which somebody is looked for, with the whole weeks that are left for a DPP who is always free. */
const days = {
  'before the course': ['2026-12-01', 25],
  'on the first day': ['2027-02-01', 25],
  'in the middle': ['2027-05-10', 11],
  'in the last week': ['2027-07-25', 1],
  'after the course': ['2027-08-01', 0],
} as const;

/** Availability of a DPP, with the whole weeks that are left on each of the days above. */
const availabilities = {
  'always free': [{ availableFrom: '2026-01-01' }, [25, 25, 11, 1, 0]],
  'free until 14 May': [{ availableFrom: '2026-01-01', availableTo: '2027-05-14' }, [14, 14, 0, 0, 0]],
  'free from 10 May': [{ availableFrom: '2027-05-10' }, [11, 11, 11, 1, 0]],
  'leaving on 30 June': [{ availableFrom: '2026-01-01', leavingOn: '2027-06-30' }, [21, 21, 7, 0, 0]],
} as const;

/** Hours done with the former DPP, and the hours that are asked of the next. */
const ended = { 'nothing done': [0, 90], 'half done': [45, 45], 'nearly all done': [82, 8] } as const;

const table = Object.entries(days).flatMap(([when, [today]], position) =>
  Object.entries(availabilities).flatMap(([free, [availability, weeks]]) =>
    Object.entries(ended).map(([what, [done, left]]) => ({
      when,
      free,
      what,
      today,
      availability,
      done,
      left,
      eligible: (weeks[position] ?? 0) * 8 >= left,
    })),
  ),
);

const askedOn = (today: string, done: number) => {
  const open = aRequest({ ...COURSE, seats: [aSeat({ hours: 90 })], reopenedAt: '2027-05-05T09:00:00.000Z' });
  const request = done === 0 ? open : withHoursDone(open, 'seat1', done);
  const [seat = aSeat()] = request.seats;
  return {
    request,
    seat,
    query: seatQueryOf(request, seat, policy, today, noContext),
  };
};

describe('a seat that is sought in the course of a request', () => {
  it.each(table)(
    '$when, $what: asks $left hours of a DPP who is $free (eligible: $eligible)',
    ({ today, availability, done, left, eligible }) => {
      const { seat, query } = askedOn(today, done);
      expect(seat.hours).toBe(left);
      expect(hours.meets(query, aPractitioner({ ...availability, hoursPerWeek: 8 }))).toBe(eligible);
    },
  );

  it('takes a DPP whose former learner has finished, from today on', () => {
    const before = { matchId: 'm', requestId: 'other', seatId: 's', university: 'medway' };
    const practitioner = aPractitioner({
      commitments: [{ ...before, from: '2027-01-01', to: '2027-05-09' }],
    });
    const { request } = askedOn('2027-05-10', 45);
    const making = {
      offerId: 'offer2',
      seatId: 'seat1',
      judged: { rank: 1, eligibleCount: 1, cost: 0, contributions: [], policy: '2026-11' },
      daysToAnswer: 5,
    };
    const made = makeOffer({ request, practitioner }, making, '2027-05-10T09:00:00.000Z');
    expect(made.ok && made.value.practitioner.pendingOffers).toEqual([
      { offerId: 'offer2', from: '2027-05-10', to: '2027-07-31', holdsPlace: false },
    ]);
    const dayBefore = makeOffer({ request, practitioner }, making, '2027-05-07T09:00:00.000Z');
    expect(dayBefore).toMatchObject({ ok: false, refusal: 'no-place-to-ask-about' });
  });
});
