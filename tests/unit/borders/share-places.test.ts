import { describe, expect, it } from 'vitest';
import { endMatch } from '../../../functions/matching/matches/end-match.ts';
import { leaveListing } from '../../../functions/matching/matches/leave-listing.ts';
import { changeListing, type ListingChange } from '../../../functions/store/change-listing.ts';
import { pause } from '../../../shared/people/practitioner-moves.ts';
import { publishedPractitioner } from '../../../functions/directory/publish/supply-state.ts';
import { supplyOfRows } from '../../../functions/matching/seats/matching-supply.ts';
import { bestCandidates } from '../../../shared/matching/best-candidates.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { contextWithoutHistory, seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { noContext } from '../../support/no-context.ts';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { borderBalances } from '../../../shared/borders/border-ledger.ts';
import { placesFree } from '../../../shared/capacity/capacity.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import { isPublic } from '../../../shared/directory/is-public.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { NOW, TODAY } from '../../support/builders.ts';
import { twoNeighbours } from '../../support/two-neighbours.ts';

const PERIOD = { from: '2027-02-01', to: '2027-07-31' };
const accept = { decision: 'accept', conflicts: [], backUp: {} } as const;
const decline = { decision: 'decline', reason: 'no-time' } as const;

/** Shares places, and returns the pending offer and the copy of the listing to which it goes. */
const offered = async (between: Awaited<ReturnType<typeof twoNeighbours>>) => {
  expect(await between.share()).toBe(1);
  const [offer] = await between.kent.offers.pending();
  const guest = offer && (await between.kent.practitioners.findPresent(offer.practitionerId));
  if (offer === undefined || guest === undefined) throw new Error('no offer was made');
  return { offer, guest };
};

describe('a learner near the border for whom nobody is left', () => {
  it('is offered to a DPP of the neighbour if both systems have agreed', async () => {
    const between = await twoNeighbours();
    const { guest } = await offered(between);
    expect(guest).toMatchObject({
      name: 'Amara Example',
      placesOffered: 1,
      guest: { lender: 'sussex', practitionerId: 'dpp1' },
    });
    const lender = await between.sussex.practitioners.findPresent('dpp1');
    expect(lender?.lentPlaces).toHaveLength(1);
    expect(lender && placesFree(lender, PERIOD)).toBe(0);
  });

  it.each([
    { kent: true, sussex: false },
    { kent: false, sussex: true },
    { kent: false, sussex: false },
  ])('is offered to nobody across the border without agreement on both sides: %o', async (agreed) => {
    const between = await twoNeighbours(agreed);
    expect(await between.share()).toBe(0);
    expect(await between.kent.offers.pending()).toEqual([]);
    expect(await between.kent.practitioners.inState('listed')).toEqual([]);
    expect(await between.sussex.loans.all()).toEqual([]);
  });

  const cases: readonly (readonly [string, Partial<Practitioner>])[] = [
    ['is too far away', { sites: [{ outcode: 'BN1', town: 'Brighton', place: 'brighton-and-hove' }] }],
    ['has no place', { placesOffered: 0 }],
    ['works in an unrelated area', { leadArea: 'sexual-health', areas: ['sexual-health'] }],
    ['is not listed', { state: 'paused' }],
  ];
  it.each(cases)('is not offered to a DPP who %s, as in their own system', async (_, changes) => {
    const between = await twoNeighbours();
    await between.given(
      between.sussex.functionSystem,
      between.sussex.practitioners.save(between.dpp({ version: 1, ...changes })),
    );
    expect(await between.share()).toBe(0);
    expect(await between.sussex.loans.all()).toEqual([]);
  });
});

describe('the copy of a neighbour’s DPP', () => {
  it('is not public and not counted, and gives nobody two places', async () => {
    const between = await twoNeighbours();
    const { guest } = await offered(between);
    expect(isPublic(guest, TODAY, kentAndMedway.settings)).toBe(false);
    expect(await between.share()).toBe(0);
    expect(await between.sussex.loans.all()).toHaveLength(1);
  });

  it('is withdrawn when the DPP declines; the place returns, and the DPP is not asked again', async () => {
    const between = await twoNeighbours();
    const { offer, guest } = await offered(between);
    await between.decide(offer.id, decline);
    between.wait(20);
    expect(await between.share()).toBe(0);
    expect(await between.kent.practitioners.find(guest.id)).toMatchObject({ state: 'withdrawn' });
    const lender = await between.sussex.practitioners.findPresent('dpp1');
    expect(lender?.lentPlaces).toBeUndefined();
    expect((await between.sussex.loans.all()).map(({ state }) => state)).toEqual(['returned']);
    expect((await between.kent.loans.all()).map(({ state }) => state)).toEqual(['returned']);
  });

  it('is erased when the DPP is erased', async () => {
    const between = await twoNeighbours();
    const { guest } = await offered(between);
    await eraseListing({ ...between.sussex, ...between })('dpp1');
    await between.share();
    const copy = await between.kent.practitioners.find(guest.id);
    expect(copy !== undefined && isErased(copy)).toBe(true);
    const stored = JSON.stringify(between.memory.rows());
    expect(stored).not.toContain('Amara');
    expect((await between.kent.loans.all()).map(({ state }) => state)).toEqual(['returned']);
  });

  it('is erased with the DPP also when its loan has ended before', async () => {
    const between = await twoNeighbours();
    const { offer, guest } = await offered(between);
    await between.decide(offer.id, decline);
    between.wait(20);
    await between.share();
    expect((await between.kent.loans.all()).map(({ state }) => state)).toEqual(['returned']);
    await eraseListing({ ...between.sussex, ...between })('dpp1');
    await between.share();
    const copy = await between.kent.practitioners.find(guest.id);
    expect(copy !== undefined && isErased(copy)).toBe(true);
    expect(JSON.stringify(between.memory.rows())).not.toContain('Amara');
  });

  it('follows the DPP’s own details, and keeps its place and its period', async () => {
    const between = await twoNeighbours();
    const { offer, guest } = await offered(between);
    await between.decide(offer.id, accept);
    between.wait(20);
    const before = await between.kent.practitioners.findPresent(guest.id);
    await changeListing({ ...between.sussex, ...between })('dpp1', {
      action: 'details-changed',
      move: (dpp, now) => accepted({ ...dpp, phone: '01634 496000', placesOffered: 3, updatedAt: now }),
    });
    await between.share();
    const after = await between.kent.practitioners.findPresent(guest.id);
    expect(after).toEqual({
      ...before,
      phone: '01634 496000',
      updatedAt: between.clock.now(),
      version: (before?.version ?? 0) + 1,
    });
    await between.share();
    expect((await between.kent.practitioners.findPresent(guest.id))?.version).toBe(after?.version);
  });

  it('is offered to nobody but the learner for whom the place was lent', async () => {
    const between = await twoNeighbours();
    const { guest } = await offered(between);
    const request = await between.kent.requests.findPresent('req1');
    const supply = await supplyOfRows({
      table: between.kent.table,
      clock: between.clock,
      memory: () => Promise.resolve(noContext),
    })();
    const [seat] = request?.seats ?? [];
    if (request === undefined || seat === undefined) throw new Error('no seat');
    const query = seatQueryOf(request, seat, policy, TODAY, contextWithoutHistory(kentAndMedway));
    expect(supply.nearly(query)).toEqual([]);
    expect(bestCandidates(query, supply.pool, 5).candidates).toEqual([]);
    expect(publishedPractitioner(guest, TODAY, kentAndMedway)).toBeUndefined();
  });

  it('leaves with the DPP, and the learner’s seat is open again', async () => {
    const between = await twoNeighbours();
    const { offer } = await offered(between);
    await between.decide(offer.id, accept);
    await between.share();
    await leaveListing({ ...between.sussex, ...between })('dpp1');
    await between.share();
    expect(await between.kent.requests.findPresent('req1')).toMatchObject({ state: 'open' });
    expect((await between.kent.loans.all()).map(({ state }) => state)).toEqual(['returned']);
  });
});

describe('a place across the border is taken back', () => {
  const pausing: ListingChange = { action: 'listing-paused', move: pause };

  it('when the DPP pauses their listing, with the offer that waits', async () => {
    const between = await twoNeighbours();
    const { offer, guest } = await offered(between);
    await changeListing({ ...between.sussex, ...between })('dpp1', pausing);
    await between.share();
    expect(await between.kent.offers.find(offer.id)).toMatchObject({ state: 'withdrawn' });
    expect(await between.kent.practitioners.find(guest.id)).toMatchObject({ state: 'withdrawn' });
    expect(await between.kent.requests.findPresent('req1')).toMatchObject({ seats: [{ state: 'vacant' }] });
    expect((await between.sussex.loans.all()).map(({ state }) => state)).toEqual(['returned']);
    expect((await between.sussex.practitioners.findPresent('dpp1'))?.lentPlaces).toBeUndefined();
    expect(between.mailed('practitioner-offer-withdrawn').map(({ about }) => about.occasion)).toEqual([
      'border-closed',
    ]);
  });

  it('when one of the systems ends the agreement', async () => {
    const between = await twoNeighbours();
    const { offer } = await offered(between);
    between.agree({ kent: true, sussex: false });
    expect(await between.share()).toBe(0);
    expect(await between.kent.offers.find(offer.id)).toMatchObject({ state: 'withdrawn' });
    expect((await between.kent.loans.all()).map(({ state }) => state)).toEqual(['returned']);
  });

  it.each(['pause', 'end of the agreement'])('but an agreed learner stays: %s', async (what) => {
    const between = await twoNeighbours();
    const { offer } = await offered(between);
    await between.decide(offer.id, accept);
    if (what === 'pause') await changeListing({ ...between.sussex, ...between })('dpp1', pausing);
    else between.agree({ kent: false, sussex: false });
    await between.share();
    await between.share();
    expect(await between.kent.matches.inState('agreed')).toHaveLength(1);
    expect((await between.sussex.loans.all()).map(({ state }) => state)).toEqual(['hosting']);
  });
});

describe('an acceptance across the border that is undone', () => {
  it('counts no learner, and counts the learner once when it is given again', async () => {
    const between = await twoNeighbours();
    const { offer } = await offered(between);
    await between.decide(offer.id, accept);
    await between.share();
    await between.decide(offer.id, { decision: 'undo' });
    await between.share();
    expect(borderBalances('sussex', await between.sussex.loans.all())).toMatchObject([
      { hosted: 0, hoursGiven: 0, waiting: 1 },
    ]);
    await between.decide(offer.id, accept);
    await between.share();
    const [match] = await between.kent.matches.inState('agreed');
    expect(await between.kent.loans.all()).toMatchObject([{ state: 'hosting', matchId: match?.id }]);
    between.at('2027-05-02T09:00:00.000Z');
    await endMatch({ table: between.kent.table, chance: between.chance })(
      match?.id ?? '',
      { outcome: 'ended-early', reason: 'employer' },
      'practitioner',
      between.clock.now(),
    );
    await between.share();
    const [balance] = borderBalances('sussex', await between.sussex.loans.all());
    expect(balance?.hosted).toBe(1);
    expect(balance?.hoursGiven).toBeGreaterThan(0);
  });

  it('counts nobody if it is followed by a decline', async () => {
    const between = await twoNeighbours();
    const { offer } = await offered(between);
    await between.decide(offer.id, accept);
    await between.share();
    await between.decide(offer.id, { decision: 'undo' });
    await between.decide(offer.id, decline);
    await between.share();
    for (const loans of [await between.kent.loans.all(), await between.sussex.loans.all()])
      expect(loans).toMatchObject([{ state: 'returned', returnedAt: between.clock.now() }]);
    expect(borderBalances('sussex', await between.sussex.loans.all())).toMatchObject([
      { hosted: 0, hoursGiven: 0, waiting: 0 },
    ]);
  });
});

describe('an offer across the border without an answer', () => {
  const once = { lapses: 1, since: '2026-11-01T09:00:00.000Z' };

  it('counts at home, where the second in a row sends the check-in', async () => {
    const between = await twoNeighbours();
    await between.given(
      between.sussex.functionSystem,
      between.sussex.practitioners.save(between.dpp({ version: 1, silence: once })),
    );
    const { offer } = await offered(between);
    between.at(offer.expiresAt);
    expect(await between.lapse()).toBe(1);
    await between.share();
    const owner = await between.sussex.practitioners.findPresent('dpp1');
    expect(owner?.silence).toEqual({ lapses: 2, since: offer.expiresAt });
    expect(owner?.lentPlaces).toBeUndefined();
    expect(between.mailed('practitioner-silent-check-in').map(({ about }) => about)).toEqual([
      { practitionerId: 'dpp1' },
    ]);
    await between.share();
    expect(between.mailed('practitioner-silent-check-in')).toHaveLength(1);
  });

  it.each([accept, decline])('is forgotten at home with an answer: %o', async (answer) => {
    const between = await twoNeighbours();
    await between.given(
      between.sussex.functionSystem,
      between.sussex.practitioners.save(between.dpp({ version: 1, silence: once })),
    );
    const { offer } = await offered(between);
    await between.decide(offer.id, answer);
    between.wait(20);
    await between.share();
    expect(await between.sussex.practitioners.findPresent('dpp1')).not.toHaveProperty('silence');
  });
});

describe('the ledger between two systems', () => {
  it('says on both sides who hosts a learner, for how many hours', async () => {
    const between = await twoNeighbours();
    const { offer } = await offered(between);
    expect((await between.decide(offer.id, accept)).ok).toBe(true);
    await between.share();
    const given = borderBalances('sussex', await between.sussex.loans.all());
    const received = borderBalances('kent-and-medway', await between.kent.loans.all());
    const [{ hours } = { hours: 0 }] = await between.kent.matches.inState('agreed');
    expect(hours).toBeGreaterThan(0);
    expect(given).toEqual([
      { neighbour: 'kent-and-medway', hosted: 1, hoursGiven: hours, placed: 0, hoursReceived: 0, waiting: 0 },
    ]);
    expect(received).toEqual([
      { neighbour: 'sussex', hosted: 0, hoursGiven: 0, placed: 1, hoursReceived: hours, waiting: 0 },
    ]);
  });

  it('counts only the hours that were given when a match ends early, and the place is free again', async () => {
    const between = await twoNeighbours();
    const { offer } = await offered(between);
    await between.decide(offer.id, accept);
    await between.share();
    const [match] = await between.kent.matches.inState('agreed');
    if (match === undefined) throw new Error('no match');
    between.at('2027-05-02T09:00:00.000Z');
    await endMatch({ table: between.kent.table, chance: between.chance })(
      match.id,
      { outcome: 'ended-early', reason: 'employer' },
      'practitioner',
      between.clock.now(),
    );
    await between.share();
    const [balance] = borderBalances('sussex', await between.sussex.loans.all());
    expect(balance).toMatchObject({ hosted: 1, waiting: 0 });
    expect(balance?.hoursGiven).toBeGreaterThan(0);
    expect(balance?.hoursGiven).toBeLessThan(match.hours);
    expect((await between.sussex.practitioners.findPresent('dpp1'))?.lentPlaces).toBeUndefined();
  });
});

describe('sharing that is stopped at any write', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'at write %i ends as if it had not been stopped: one place, one loan, one answer',
    async (number) => {
      const between = await twoNeighbours();
      between.stopAtCommit(number);
      const step = (run: () => Promise<unknown>) => run().catch(() => undefined);
      await step(() => between.share());
      between.wait(20);
      await step(() => between.share());
      const [pending] = await between.kent.offers.pending();
      if (pending !== undefined) await step(() => between.decide(pending.id, decline));
      between.wait(20);
      await step(() => between.share());
      between.goOn();
      between.wait(20);
      await between.share();
      const [again] = await between.kent.offers.pending();
      if (again !== undefined) await between.decide(again.id, decline);
      between.wait(20);
      await between.share();
      const loans = await between.sussex.loans.all();
      expect(loans.every(({ state }) => state === 'returned')).toBe(true);
      expect(await between.kent.loans.all()).toHaveLength(loans.length);
      expect((await between.sussex.practitioners.findPresent('dpp1'))?.lentPlaces).toBeUndefined();
      expect(await between.kent.practitioners.inState('listed')).toEqual([]);
      expect(between.clock.now() > NOW).toBe(true);
    },
  );
});
