import { describe, expect, test } from 'vitest';
import { nounChanges } from '../../../functions/store/noun-changes.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { whatWouldHelp } from '../../../functions/matching/seats/what-would-help.ts';
import { aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';

const far = { sites: [{ outcode: 'ME10', town: 'Sittingbourne', place: 'medway-swale' as const }] };

test('the best practitioner is offered the seat, in one commit with the e-mail and the audit row', async () => {
  const s = await scene({
    requests: [aRequest()],
    practitioners: [aPractitioner({ id: 'far', email: 'far@dpp.example', ...far }), aPractitioner()],
  });
  await expect(matchSeats(s.deps)()).resolves.toEqual({ offered: 1, nobodyLeft: 0 });
  const [offer] = s.offers();
  expect(offer).toMatchObject({ state: 'pending', practitionerId: 'dpp1', rank: 1, eligibleCount: 2 });
  expect(offer!.cost).toBe(offer!.contributions.reduce((sum, { points }) => sum + points, 0));
  expect((await s.request()).seats[0]).toMatchObject({
    state: 'offered',
    offerId: offer!.id,
    practitionerId: 'dpp1',
  });
  expect((await s.practitioner()).pendingOffers).toEqual([
    { offerId: offer!.id, from: '2027-02-01', to: '2027-07-31', holdsPlace: false },
  ]);
  expect(s.emailNames()).toEqual(['practitioner-offer-made']);
  expect(s.table.rows().filter((row) => row['kind'] === 'audit')).toHaveLength(1);
  expect(s.calls.commit).toBe(1);
});

test('the same schedule twice makes one offer', async () => {
  const s = await scene({ requests: [aRequest()], practitioners: [aPractitioner()] });
  await Promise.all([matchSeats(s.deps)(), matchSeats(s.deps)()]);
  await matchSeats(s.deps)();
  expect(s.offers()).toHaveLength(1);
  expect(s.emails()).toHaveLength(1);
});

test('nobody is asked after the sign-off day', async () => {
  const s = await scene({
    requests: [aRequest({ signOffNeededBy: '2026-11-20' })],
    practitioners: [aPractitioner()],
  });
  await expect(matchSeats(s.deps)()).resolves.toEqual({ offered: 0, nobodyLeft: 0 });
  expect(s.offers()).toEqual([]);
});

test('a nurse’s two seats are offered to two different people, the assessor first', async () => {
  const seats = [
    aSeat({ id: 'supervisor', role: 'practice-supervisor', hours: 60 }),
    aSeat({ id: 'assessor', role: 'practice-assessor', hours: 30 }),
  ];
  const s = await scene({
    requests: [aRequest({ profession: 'nurse', learnerType: 'v300', seats })],
    practitioners: [aPractitioner(), aPractitioner({ id: 'far', email: 'far@dpp.example', ...far })],
  });
  await expect(matchSeats(s.deps)(['req1'])).resolves.toEqual({ offered: 2, nobodyLeft: 0 });
  expect(s.offers().find(({ role }) => role === 'practice-assessor')?.practitionerId).toBe('dpp1');
  expect(s.offers().find(({ role }) => role === 'practice-supervisor')?.practitionerId).toBe('far');
  expect(s.calls.get + s.calls.query + s.calls.commit).toBeLessThanOrEqual(8);
});

test('a nurse with one eligible person gets an offer for one seat and the other stays sought', async () => {
  const seats = [
    aSeat({ id: 'assessor', role: 'practice-assessor', hours: 30 }),
    aSeat({ id: 'supervisor', role: 'practice-supervisor', hours: 60 }),
  ];
  const s = await scene({
    requests: [aRequest({ profession: 'nurse', learnerType: 'v300', seats })],
    practitioners: [aPractitioner()],
  });
  await expect(matchSeats(s.deps)()).resolves.toEqual({ offered: 1, nobodyLeft: 1 });
});

test('with nobody left, requester and team are told once and again after a week, and an offer is made when supply changes', async () => {
  const s = await scene({ requests: [aRequest({ signOffNeededBy: '2027-01-20' })] });
  const run = matchSeats(s.deps);
  await run();
  await run();
  expect(s.emailNames()).toEqual(['requester-nobody-yet', 'team-nobody-left']);
  s.at('2026-11-28T09:00:00.000Z');
  await run();
  expect(s.emailNames()).toHaveLength(4);
  expect((await s.request()).state).toBe('open');
  await s.table.commit(nounChanges(s.table, { practitioners: [aPractitioner({ version: 0 })] }));
  await expect(run()).resolves.toEqual({ offered: 1, nobodyLeft: 0 });
  expect((await s.request()).seats[0]).not.toHaveProperty('nobodyLeftAt');
});

test('the nearest sign-off date is served first when one practitioner can take one more request', async () => {
  const pending = (offerId: string) => ({ offerId, from: '2027-02-01', to: '2027-07-31', holdsPlace: false });
  const s = await scene({
    requests: [
      aRequest({ id: 'later', signOffNeededBy: '2027-01-10' }),
      aRequest({ id: 'sooner', signOffNeededBy: '2027-01-04' }),
    ],
    practitioners: [aPractitioner({ placesOffered: 5, pendingOffers: [pending('a'), pending('b')] })],
  });
  await matchSeats(s.deps)();
  expect(s.offers().map(({ requestId }) => requestId)).toEqual(['sooner']);
});

test('a seat that fell vacant comes before nearer sign-off dates, and its back-up is asked first', async () => {
  const left = aPractitioner({
    id: 'left',
    state: 'withdrawn',
    email: 'left@dpp.example',
    backUpEmail: 'FAR@dpp.example',
  });
  const tried = [{ practitionerId: 'left', outcome: 'left' as const, at: '2026-11-20T09:00:00.000Z' }];
  const s = await scene({
    requests: [
      aRequest({ id: 'sooner', signOffNeededBy: '2026-12-20' }),
      aRequest({ id: 'reopened', reopenedAt: '2026-11-20T09:00:00.000Z', seats: [aSeat({ tried })] }),
    ],
    practitioners: [left, aPractitioner(), aPractitioner({ id: 'far', email: 'far@dpp.example', ...far })],
  });
  await matchSeats(s.deps)();
  const [first] = s.offers().filter(({ requestId }) => requestId === 'reopened');
  expect(first).toMatchObject({ practitionerId: 'far', rank: 2 });
  expect(first?.contributions.map(({ criterion }) => criterion)).toContain('back-up');
});

test('a practitioner who changed after the index was read is judged again and the next one is asked', async () => {
  const s = await scene({
    requests: [aRequest()],
    practitioners: [aPractitioner(), aPractitioner({ id: 'far', email: 'far@dpp.example', ...far })],
  });
  s.table.index.hold();
  await s.table.commit(
    nounChanges(s.table, { practitioners: [{ ...(await s.practitioner()), state: 'paused' }] }),
  );
  await matchSeats(s.deps)();
  expect(s.offers().map(({ practitionerId }) => practitionerId)).toEqual(['far']);
});

test('a requester learns how many fit a vacant seat and which one change would open more', async () => {
  const remote = aPractitioner({
    id: 'far',
    email: 'far@dpp.example',
    sites: [{ outcode: 'CT16', town: 'Dover', place: 'east-kent' }],
  });
  const s = await scene({
    requests: [aRequest()],
    practitioners: [aPractitioner(), { ...remote, mode: 'mixed' }],
  });
  await expect(whatWouldHelp(s.deps)(await s.request(), '2026-11-21')).resolves.toMatchObject([
    {
      seatId: 'seat1',
      eligible: 1,
      words: [
        '1 more DPP would fit if you could travel 30 minutes further.',
        '1 more DPP would fit if part of the supervision could be remote.',
      ],
    },
  ]);
});

describe('nobody is asked about more learners than they have places for', () => {
  const learners = ['one', 'two', 'three', 'four'].map((id) => aRequest({ id, seats: [aSeat({ id })] }));
  const live = async (s: Awaited<ReturnType<typeof scene>>) => (await s.practitioner()).pendingOffers.length;

  test.each([
    [1, 1],
    [2, 2],
    [5, 3],
  ])('with %i places, %i learners are asked about at once', async (placesOffered, most) => {
    const s = await scene({ requests: learners, practitioners: [aPractitioner({ placesOffered })] });
    await matchSeats(s.deps)();
    expect(await live(s)).toBe(most);
    await matchSeats(s.deps)();
    expect(await live(s)).toBe(most);
  });

  test('also if several runs make offers at the same time', async () => {
    const s = await scene({ requests: learners, practitioners: [aPractitioner({ placesOffered: 2 })] });
    await Promise.all(learners.map(({ id }) => matchSeats(s.deps)([id])));
    expect(await live(s)).toBe(2);
  });

  test('an offer of a round counts like any other', async () => {
    const held = { offerId: 'round-offer', from: '2027-02-01', to: '2027-07-31', holdsPlace: true };
    const s = await scene({
      requests: learners,
      practitioners: [aPractitioner({ placesOffered: 2, pendingOffers: [held] })],
    });
    await matchSeats(s.deps)();
    expect(await live(s)).toBe(2);
  });

  test('a place in another period may be asked about at the same time', async () => {
    const later = { courseStart: '2028-02-01', courseEnd: '2028-07-31', applicationsClose: '2028-01-15' };
    const s = await scene({
      requests: [
        aRequest({ id: 'now', seats: [aSeat({ id: 'now' })] }),
        aRequest({ id: 'later', seats: [aSeat({ id: 'later' })], ...later, signOffNeededBy: '2028-01-10' }),
      ],
      practitioners: [aPractitioner()],
    });
    await matchSeats(s.deps)();
    expect(await live(s)).toBe(2);
  });
});

describe('somebody who left two offers in a row without an answer', () => {
  const silentSince = (since: string) => ({ silence: { lapses: 2, since } });

  test('is not asked for 30 days', async () => {
    const s = await scene({
      requests: [aRequest()],
      practitioners: [aPractitioner(silentSince('2026-11-01T09:00:00.000Z'))],
    });
    await matchSeats(s.deps)();
    expect(s.offers()).toEqual([]);
  });

  test('is asked afterwards if nobody else fits, however far somebody else is', async () => {
    const quiet = aPractitioner(silentSince('2026-10-01T09:00:00.000Z'));
    const alone = await scene({ requests: [aRequest()], practitioners: [quiet] });
    await matchSeats(alone.deps)();
    expect(alone.offers().map(({ practitionerId }) => practitionerId)).toEqual(['dpp1']);
    const s = await scene({
      requests: [aRequest()],
      practitioners: [quiet, aPractitioner({ id: 'far', email: 'far@dpp.example', ...far })],
    });
    await matchSeats(s.deps)();
    expect(s.offers().map(({ practitionerId }) => practitionerId)).toEqual(['far']);
  });
});
