import { describe, expect, test } from 'vitest';
import { inCohort } from '../../../shared/capacity/capacity.ts';
import { openedRequest, createRequest } from '../../../shared/requests/create-request.ts';
import { rememberBackUp } from '../../../shared/requests/remember-back-up.ts';
import { askForSupervisionSchema, type SupervisionRequest } from '../../../shared/requests/request.ts';
import {
  fillSeat,
  forgetTried,
  noteNobodyLeft,
  offerSeat,
  releaseOfferedSeat,
  reofferFilledSeat,
  vacateFilledSeat,
} from '../../../shared/requests/seat-moves.ts';
import { seatsWanted } from '../../../shared/requests/seats-wanted.ts';
import { aRequest, aSeat, NOW } from '../../support/builders.ts';

const other = aSeat({ id: 'other', role: 'practice-supervisor', hours: 30 });
const offered = aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' });
const filled = { ...offered, state: 'filled' as const, matchId: 'match1' };
const seatsWith = (...seats: SupervisionRequest['seats']): SupervisionRequest => aRequest({ seats });
const tried = [{ practitionerId: 'dpp1', outcome: 'declined' as const, at: NOW }];
const past = { practitionerId: 'dpp0', outcome: 'lapsed' as const, at: '2026-11-01T09:00:00.000Z' };

describe('a seat', () => {
  const to = { offerId: 'offer1', practitionerId: 'dpp1' };

  test('that is vacant can be offered, which clears “nobody left” and keeps who was tried', () => {
    const vacant = aSeat({ tried: [past], nobodyLeftAt: NOW });
    expect(offerSeat(seatsWith(other, vacant), 'seat1', to, NOW)).toEqual({
      ok: true,
      value: { ...seatsWith(other, { ...offered, tried: [past] }), updatedAt: NOW },
    });
  });

  test('is not offered twice, in a closed request, or when it does not exist', () => {
    const refusal = (request: SupervisionRequest, seatId = 'seat1') => offerSeat(request, seatId, to, NOW);
    expect(refusal(seatsWith(offered))).toEqual({ ok: false, refusal: 'seat-not-vacant' });
    expect(refusal(seatsWith(aSeat()), 'none')).toEqual({ ok: false, refusal: 'seat-not-vacant' });
    expect(refusal(aRequest({ state: 'matched' }))).toEqual({ ok: false, refusal: 'request-closed' });
  });

  test('is filled by its own offer only; the last one makes the request matched', () => {
    const by = { offerId: 'offer1', matchId: 'match1' };
    expect(fillSeat(seatsWith(other, offered), 'seat1', by, NOW)).toEqual({
      ok: true,
      value: { ...seatsWith(other, filled), updatedAt: NOW },
    });
    expect(fillSeat(seatsWith({ ...other, state: 'filled' }, offered), 'seat1', by, NOW)).toMatchObject({
      value: { state: 'matched' },
    });
    const no = { ok: false, refusal: 'seat-not-offered' };
    expect(fillSeat(seatsWith(offered), 'seat1', { ...by, offerId: 'offer2' }, NOW)).toEqual(no);
    expect(fillSeat(seatsWith(aSeat()), 'seat1', by, NOW)).toEqual(no);
    expect(fillSeat(seatsWith(filled), 'seat1', by, NOW)).toEqual(no);
    expect(fillSeat(seatsWith(offered), 'none', by, NOW)).toEqual(no);
    expect(fillSeat(aRequest({ state: 'lapsed', seats: [offered] }), 'seat1', by, NOW)).toEqual({
      ok: false,
      refusal: 'request-closed',
    });
    expect(fillSeat(aRequest({ state: 'lapsed', seats: [other, offered] }), 'seat1', by, NOW)).toEqual({
      ok: false,
      refusal: 'request-closed',
    });
  });

  test('that was offered is vacant again when its own offer ends, and remembers who was tried', () => {
    const request = seatsWith(other, { ...offered, tried: [past] });
    expect(releaseOfferedSeat(request, 'seat1', 'offer1', NOW, tried)).toEqual({
      ...seatsWith(other, aSeat({ tried: [past, ...tried] })),
      updatedAt: NOW,
    });
    expect(releaseOfferedSeat(request, 'seat1', 'offer1', NOW).seats[1]?.tried).toEqual([past]);
    expect(releaseOfferedSeat(request, 'seat1', 'offer2', NOW, tried)).toBe(request);
    expect(releaseOfferedSeat(request, 'none', 'offer1', NOW, tried)).toBe(request);
    const taken = seatsWith(filled);
    expect(releaseOfferedSeat(taken, 'seat1', 'offer1', NOW, tried)).toBe(taken);
  });

  test('that falls vacant opens its request at the front', () => {
    const request = aRequest({ state: 'matched', seats: [{ ...filled, tried: [past] }] });
    expect(vacateFilledSeat(request, 'seat1', 'match1', NOW, tried)).toEqual({
      ok: true,
      value: {
        ...request,
        state: 'open',
        seats: [aSeat({ tried: [past, ...tried] })],
        reopenedAt: NOW,
        updatedAt: NOW,
      },
    });
    expect(vacateFilledSeat(request, 'seat1', 'match1', NOW)).toMatchObject({
      value: { seats: [{ tried: [past] }] },
    });
    const no = { ok: false, refusal: 'seat-not-filled' };
    expect(vacateFilledSeat(request, 'seat1', 'match2', NOW)).toEqual(no);
    expect(vacateFilledSeat(request, 'none', 'match1', NOW)).toEqual(no);
    expect(vacateFilledSeat(seatsWith({ ...offered, matchId: 'match1' }), 'seat1', 'match1', NOW)).toEqual(
      no,
    );
    expect(vacateFilledSeat({ ...request, state: 'completed' }, 'seat1', 'match1', NOW)).toEqual({
      ok: false,
      refusal: 'request-closed',
    });
  });

  test('whose acceptance is undone waits for an answer to the same offer', () => {
    const request = aRequest({ state: 'matched', seats: [filled] });
    const undone = reofferFilledSeat(request, 'seat1', 'match1', NOW);
    expect(undone).toEqual({
      ok: true,
      value: { ...request, state: 'open', seats: [offered], updatedAt: NOW },
    });
    const no = { ok: false, refusal: 'seat-not-filled' };
    expect(reofferFilledSeat(request, 'seat1', 'match2', NOW)).toEqual(no);
    expect(reofferFilledSeat(request, 'none', 'match1', NOW)).toEqual(no);
    expect(reofferFilledSeat(seatsWith({ ...offered, matchId: 'match1' }), 'seat1', 'match1', NOW)).toEqual(
      no,
    );
    expect(reofferFilledSeat({ ...request, state: 'withdrawn' }, 'seat1', 'match1', NOW)).toEqual({
      ok: false,
      refusal: 'request-closed',
    });
  });

  test('may be offered again to somebody who is not counted as tried any more', () => {
    const request = seatsWith(other, aSeat({ tried: [past, ...tried] }));
    expect(forgetTried(request, 'seat1', 'dpp1', NOW)).toEqual({
      ...seatsWith(other, aSeat({ tried: [past] })),
      updatedAt: NOW,
    });
    expect(forgetTried(request, 'none', 'dpp1', NOW)).toBe(request);
  });

  test('records when nobody was left', () => {
    const request = seatsWith(other, aSeat());
    expect(noteNobodyLeft(request, 'seat1', NOW)).toEqual({
      ...seatsWith(other, aSeat({ nobodyLeftAt: NOW })),
      updatedAt: NOW,
    });
    expect(noteNobodyLeft(request, 'none', NOW)).toBe(request);
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
    const confirmed = openedRequest(sent, '2026-11-21T10:00:00.000Z');
    expect(confirmed).toEqual({
      ok: true,
      value: {
        ...sent,
        state: 'open',
        seats: seatsWanted(ask, id),
        confirmedAt: '2026-11-21T10:00:00.000Z',
        updatedAt: '2026-11-21T10:00:00.000Z',
      },
    });
    expect(openedRequest(aRequest(), NOW)).toEqual({
      ok: false,
      refusal: { code: 'not-allowed', from: 'open' },
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
