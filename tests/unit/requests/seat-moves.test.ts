import { describe, expect, test } from 'vitest';
import { inCohort } from '../../../shared/capacity/capacity.ts';
import { openedRequest, createRequest } from '../../../shared/requests/create-request.ts';
import { rememberBackUp } from '../../../shared/requests/remember-back-up.ts';
import { askForSupervisionSchema, type SupervisionRequest } from '../../../shared/requests/request.ts';
import {
  offeredSeat,
  withNobodyLeft,
  withoutTried,
  withSeatFilled,
  withSeatOffered,
  withSeatReleased,
  withSeatReoffered,
  withSeatVacated,
} from '../../../shared/requests/seat-moves.ts';
import { seatsWanted } from '../../../shared/requests/seats-wanted.ts';
import { aRequest, aSeat, NOW } from '../../support/builders.ts';

const other = aSeat({ id: 'other', role: 'practice-supervisor', hours: 30 });
const offered = aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' });
const filled = aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' });
const seatsWith = (...seats: SupervisionRequest['seats']): SupervisionRequest => aRequest({ seats });
const tried = [{ practitionerId: 'dpp1', outcome: 'declined' as const, at: NOW }];
const past = { practitionerId: 'dpp0', outcome: 'lapsed' as const, at: '2026-11-01T09:00:00.000Z' };

describe('a seat', () => {
  const to = { offerId: 'offer1', practitionerId: 'dpp1' };

  test('that is vacant can be offered, which clears “nobody left” and keeps who was tried', () => {
    const vacant = aSeat({ tried: [past], nobodyLeftAt: NOW });
    expect(withSeatOffered(seatsWith(other, vacant), vacant, to, NOW)).toEqual({
      ...seatsWith(other, { ...offered, tried: [past] }),
      updatedAt: NOW,
    });
  });

  test('is filled by its own offer; the last one makes the request matched', () => {
    expect(withSeatFilled(seatsWith(other, offered), offered, 'match1', NOW)).toEqual({
      ...seatsWith(other, filled),
      updatedAt: NOW,
    });
    const agreed = aSeat({ id: 'other', state: 'filled' });
    expect(withSeatFilled(seatsWith(agreed, offered), offered, 'match1', NOW).state).toBe('matched');
  });

  test('is offered with one offer only', () => {
    expect(offeredSeat(seatsWith(other, offered), 'seat1', 'offer1')).toBe(offered);
    expect(offeredSeat(seatsWith(offered), 'seat1', 'offer2')).toBeUndefined();
    expect(offeredSeat(seatsWith(aSeat()), 'seat1', 'offer1')).toBeUndefined();
    expect(offeredSeat(seatsWith(filled), 'seat1', 'offer1')).toBeUndefined();
    expect(offeredSeat(seatsWith(offered), 'none', 'offer1')).toBeUndefined();
  });

  test('that was offered is vacant again when its own offer ends, and remembers who was tried', () => {
    const request = seatsWith(other, { ...offered, tried: [past] });
    expect(withSeatReleased(request, 'seat1', 'offer1', NOW, tried)).toEqual({
      ...seatsWith(other, aSeat({ tried: [past, ...tried] })),
      updatedAt: NOW,
    });
    expect(withSeatReleased(request, 'seat1', 'offer1', NOW).seats[1]?.tried).toEqual([past]);
    expect(withSeatReleased(request, 'seat1', 'offer2', NOW, tried)).toBe(request);
    expect(withSeatReleased(request, 'none', 'offer1', NOW, tried)).toBe(request);
    const taken = seatsWith(filled);
    expect(withSeatReleased(taken, 'seat1', 'offer1', NOW, tried)).toBe(taken);
  });

  test('that falls vacant opens its request at the front', () => {
    const request = aRequest({ state: 'matched', seats: [{ ...filled, tried: [past] }] });
    expect(withSeatVacated(request, 'seat1', 'match1', NOW, tried)).toEqual({
      ...request,
      state: 'open',
      seats: [aSeat({ tried: [past, ...tried] })],
      reopenedAt: NOW,
      updatedAt: NOW,
    });
    expect(withSeatVacated(request, 'seat1', 'match1', NOW)?.seats[0]?.tried).toEqual([past]);
    expect(withSeatVacated(request, 'seat1', 'match2', NOW)).toBeUndefined();
    expect(withSeatVacated(request, 'none', 'match1', NOW)).toBeUndefined();
    expect(withSeatVacated(seatsWith(offered), 'seat1', 'match1', NOW)).toBeUndefined();
    expect(withSeatVacated({ ...request, state: 'completed' }, 'seat1', 'match1', NOW)).toBeUndefined();
  });

  test('whose acceptance is undone waits for an answer to the same offer', () => {
    const request = aRequest({ state: 'matched', seats: [filled] });
    expect(withSeatReoffered(request, 'seat1', 'match1', NOW)).toEqual({
      ...request,
      state: 'open',
      seats: [offered],
      updatedAt: NOW,
    });
    expect(withSeatReoffered(request, 'seat1', 'match2', NOW)).toBeUndefined();
    expect(withSeatReoffered(request, 'none', 'match1', NOW)).toBeUndefined();
    expect(withSeatReoffered(seatsWith(offered), 'seat1', 'match1', NOW)).toBeUndefined();
    expect(withSeatReoffered({ ...request, state: 'withdrawn' }, 'seat1', 'match1', NOW)).toBeUndefined();
  });

  test('may be offered again to somebody who is not counted as tried any more', () => {
    const request = seatsWith(other, aSeat({ tried: [past, ...tried] }));
    expect(withoutTried(request, 'seat1', 'dpp1', NOW)).toEqual({
      ...seatsWith(other, aSeat({ tried: [past] })),
      updatedAt: NOW,
    });
    expect(withoutTried(request, 'none', 'dpp1', NOW)).toBe(request);
  });

  test('records when nobody was left', () => {
    const vacant = aSeat();
    expect(withNobodyLeft(seatsWith(other, vacant), vacant, NOW)).toEqual({
      ...seatsWith(other, aSeat({ nobodyLeftAt: NOW })),
      updatedAt: NOW,
    });
  });

  test('keeps the id of the back-up named by a practitioner who left', () => {
    const left = { practitionerId: 'dpp1', outcome: 'left' as const, at: NOW };
    const request = seatsWith(other, aSeat({ tried: [past, left, { ...left, practitionerId: 'dpp2' }] }));
    const known = seatsWith(
      other,
      aSeat({ tried: [past, { ...left, backUpId: 'dpp9' }, { ...left, practitionerId: 'dpp2' }] }),
    );
    expect(rememberBackUp(request, 'dpp1', 'dpp9')).toEqual(known);
    expect(rememberBackUp(known, 'dpp1', 'dpp9')).toBeUndefined();
    expect(rememberBackUp(request, 'dpp0', 'dpp9')).toBeUndefined();
    expect(rememberBackUp(known, 'dpp1', 'dpp8')?.seats[1]?.tried[1]).toEqual({ ...left, backUpId: 'dpp8' });
  });
});

describe('the seats of a request', () => {
  const seats = (changes: Partial<SupervisionRequest>) =>
    seatsWanted(aRequest({ hours: 90, spokeHours: 0, namedDppHours: 0, ...changes }), 'r').map(
      ({ id, role, hours, state, tried: asked }) => [id, role, hours, state, asked.length],
    );
  test.each([
    ['a pharmacist', {}, [['r-1', 'dpp', 90, 'vacant', 0]]],
    [
      'a pharmacist in a learning hub',
      { spokeHours: 30 },
      [
        ['r-1', 'dpp', 60, 'vacant', 0],
        ['r-2', 'spoke-supervisor', 30, 'vacant', 0],
      ],
    ],
    [
      'a nurse',
      { profession: 'nurse' },
      [
        ['r-1', 'practice-assessor', 30, 'vacant', 0],
        ['r-2', 'practice-supervisor', 60, 'vacant', 0],
      ],
    ],
    [
      'a midwife whose university wants hours with the assessor',
      { profession: 'midwife', namedDppHours: 20 },
      [
        ['r-1', 'practice-assessor', 20, 'vacant', 0],
        ['r-2', 'practice-supervisor', 70, 'vacant', 0],
      ],
    ],
    [
      'a nurse whose university wants every hour with the assessor',
      { profession: 'nurse', namedDppHours: 90 },
      [
        ['r-1', 'practice-assessor', 89, 'vacant', 0],
        ['r-2', 'practice-supervisor', 1, 'vacant', 0],
      ],
    ],
    [
      'a nurse with one person for both',
      { profession: 'nurse', onePersonReason: 'remote island' },
      [['r-1', 'practice-assessor', 90, 'vacant', 0]],
    ],
    [
      'a nurse with hours that do not divide',
      { profession: 'nurse', hours: 100, spokeHours: 10 },
      [
        ['r-1', 'practice-assessor', 30, 'vacant', 0],
        ['r-2', 'practice-supervisor', 60, 'vacant', 0],
        ['r-3', 'spoke-supervisor', 10, 'vacant', 0],
      ],
    ],
    [
      'a nurse with 40 hours',
      { profession: 'nurse', hours: 40 },
      [
        ['r-1', 'practice-assessor', 14, 'vacant', 0],
        ['r-2', 'practice-supervisor', 26, 'vacant', 0],
      ],
    ],
  ] satisfies readonly [string, Partial<SupervisionRequest>, unknown][])('%s', (_, changes, expected) => {
    expect(seats(changes)).toEqual(expected);
  });

  test('come with its confirmation, once', () => {
    const { id, ...known } = aRequest();
    const ask = askForSupervisionSchema.parse(
      Object.fromEntries(Object.entries(known).filter(([name]) => name in askForSupervisionSchema.shape)),
    );
    const sent = createRequest(ask, id, 'request-1', NOW);
    expect(sent).toEqual({
      ...ask,
      id,
      version: 0,
      state: 'unconfirmed',
      seats: [],
      exclusions: [],
      consent: { wording: 'request-1', at: NOW },
      createdAt: NOW,
      updatedAt: NOW,
    });
    expect(openedRequest(sent, '2026-11-21T10:00:00.000Z')).toEqual({
      ...sent,
      state: 'open',
      seats: seatsWanted(ask, id),
      confirmedAt: '2026-11-21T10:00:00.000Z',
      updatedAt: '2026-11-21T10:00:00.000Z',
    });
  });
});

test('a cohort is the same university and start, without the learner’s own request', () => {
  const commitment = {
    matchId: 'm',
    requestId: 'req9',
    seatId: 's',
    from: '2027-02-01',
    to: '2027-07-31',
    university: 'medway',
  };
  const found = (changes: Partial<typeof commitment>) =>
    inCohort({ commitments: [{ ...commitment, ...changes }] }, aRequest()).length;
  expect(found({})).toBe(1);
  expect(found({ requestId: 'req1' })).toBe(0);
  expect(found({ university: 'surrey' })).toBe(0);
  expect(found({ from: '2027-02-02' })).toBe(0);
});
