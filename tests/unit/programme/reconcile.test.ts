import { describe, expect, it } from 'vitest';
import { logTo } from '../../../functions/platform/log.ts';
import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { runProgressRepository } from '../../../functions/store/repositories/run-progress-repository.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import { missingDigests } from '../../../functions/programme/reconciliation/missing-digests.ts';
import { reconcileBooks } from '../../../functions/programme/reconciliation/reconcile-books.ts';
import { reconcile } from '../../../functions/programme/reconciliation/reconcile.ts';
import { openRequests } from '../../../functions/store/open-requests.ts';
import type { Match } from '../../../shared/matches/match.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const NIGHT = '2026-11-22T03:00:00.000Z';
const commitment = {
  matchId: 'match1',
  requestId: 'req1',
  seatId: 'seat1',
  from: '2027-02-01',
  to: '2027-07-31',
  university: 'medway',
};
const pending = { offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false };

interface World {
  readonly practitioner: Practitioner;
  readonly request: SupervisionRequest;
  readonly offer: Offer;
  readonly match?: Match;
}

/** Rows of a match that are consistent with each other. */
const agreed: World = {
  practitioner: aPractitioner({ commitments: [commitment], createdAt: '2026-11-18T09:00:00.000Z' }),
  request: aRequest({
    state: 'matched',
    seats: [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' })],
  }),
  offer: anOffer({ state: 'accepted', matchId: 'match1', decidedAt: '2026-11-21T08:00:00.000Z' }),
  match: aMatch(),
};
/** Rows of a pending offer that are consistent with each other. */
const waiting: World = {
  practitioner: aPractitioner({ pendingOffers: [pending], createdAt: '2026-11-18T09:00:00.000Z' }),
  request: aRequest({ seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })] }),
  offer: anOffer(),
};

const night = async ({ practitioner, request, offer, match }: World) => {
  const table = memoryTable();
  const deps = {
    table,
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    emails: emailRepository(table),
    progress: runProgressRepository(table),
  };
  const counted = openRequests(table, deps.requests);
  const lines: { readonly code: string; readonly reason?: unknown }[] = [];
  const sink = (code: string, facts: object) => lines.push({ code, ...facts });
  const place = await counted.placeFor(request, true);
  await table.commit([
    deps.practitioners.save({ ...practitioner, version: 0 }),
    deps.requests.save({ ...request, version: 0 }),
    deps.offers.save({ ...offer, version: 0 }),
    ...(match === undefined ? [] : [deps.matches.save({ ...match, version: 0 })]),
    ...(place.ok ? place.value : []),
  ]);
  const run = (now: string) =>
    reconcile({
      ...deps,
      ...reconcileBooks({ ...deps, openRequests: counted }),
      clock: { now: () => now },
      log: logTo({ info: sink, error: sink }),
      missingDigests: missingDigests({ ...deps, system: kentAndMedway }),
    })();
  return {
    ...deps,
    lines,
    run,
    codes: () => lines.filter(({ code }) => code === 'reconcile-difference').map(({ reason }) => reason),
    mails: () => table.rows().filter((row) => row['kind'] === 'email'),
  };
};

describe('the nightly comparison', () => {
  it.each([
    ['a match', agreed],
    ['an offer', waiting],
  ])('accepts %s that every row agrees on, and reports no difference', async (_, world) => {
    const it = await night(world);
    await it.run(NIGHT);
    expect(it.lines).toEqual([{ code: 'reconciled', count: 0, run: 'reconcile#2026-11-22' }]);
    expect(it.mails()).toEqual([]);
  });

  it.each<[string, World, readonly string[]]>([
    [
      'a place that is used for a match that ended',
      { ...agreed, match: aMatch({ state: 'undone' }) },
      ['commitment-without-match', 'filled-seat-without-match'],
    ],
    [
      'a match that uses no place',
      { ...agreed, practitioner: aPractitioner({ createdAt: agreed.practitioner.createdAt }) },
      ['match-without-commitment'],
    ],
    [
      'a match whose seat is vacant',
      { ...agreed, request: aRequest({ state: 'open' }) },
      ['match-without-seat'],
    ],
    [
      'a match whose offer was declined',
      { ...agreed, offer: anOffer({ state: 'declined', decidedAt: '2026-11-21T08:00:00.000Z' }) },
      ['match-without-accepted-offer'],
    ],
    [
      'an offer that its practitioner does not know',
      { ...waiting, practitioner: aPractitioner({ createdAt: waiting.practitioner.createdAt }) },
      ['pending-offer-unknown-to-practitioner'],
    ],
    [
      'an offer that its seat does not know',
      { ...waiting, request: aRequest() },
      ['pending-offer-unknown-to-seat'],
    ],
    [
      'an offer that is over on one side only',
      { ...waiting, offer: anOffer({ state: 'lapsed', decidedAt: '2026-11-21T08:00:00.000Z' }) },
      ['practitioner-waits-for-no-offer', 'seat-waits-for-no-offer'],
    ],
  ])('reports %s, once, with ids only, and corrects nothing', async (_, world, expected) => {
    const it = await night(world);
    const records = () =>
      it.table.rows().filter(({ kind }) => kind !== 'email' && !String(kind).startsWith('run'));
    const before = records();
    await it.run(NIGHT);
    await it.run('2026-11-22T04:00:00.000Z');
    expect(it.codes().toSorted()).toEqual(expected);
    expect(it.lines.filter(({ code }) => code === 'reconcile-alarm')).toHaveLength(1);
    expect(it.mails()).toHaveLength(1);
    expect(JSON.stringify([it.lines, it.mails()])).not.toMatch(/Amara|amara@|Lee|lee@|2012345/u);
    expect(records()).toEqual(before);
  });

  it('reports it again on the next night until it is corrected', async () => {
    const it = await night({ ...agreed, practitioner: aPractitioner() });
    await it.run(NIGHT);
    await it.run('2026-11-23T03:00:00.000Z');
    expect(it.mails()).toHaveLength(2);
  });

  it('does not report a difference that is only index lag', async () => {
    const it = await night(waiting);
    it.table.index.hold();
    const offer = await it.offers.find('offer1');
    const practitioner = await it.practitioners.findPresent('dpp1');
    const request = await it.requests.find('req1');
    if (offer === undefined || practitioner === undefined || request === undefined)
      throw new Error('not there');
    const seats = [aSeat()];
    await it.table.commit([
      it.offers.save({ ...offer, state: 'declined', decidedAt: NIGHT, declineReason: 'no-time' }),
      it.practitioners.save({ ...practitioner, pendingOffers: [] }),
      it.requests.save({ ...request, seats }),
      it.matches.save({ ...aMatch({ state: 'undone' }), version: 0 }),
    ]);
    await it.run(NIGHT);
    expect(it.codes()).toEqual([]);
  });

  it('reports an open request missing from its requester’s count', async () => {
    const it = await night(waiting);
    const [row] = it.table.rows().filter(({ kind }) => kind === 'open-requests');
    if (row === undefined) throw new Error('no count');
    await it.table.commit([{ do: 'put', row: { ...row, requestIds: ['other'] }, when: { is: 'present' } }]);
    await it.run(NIGHT);
    expect(it.codes()).toEqual(['request-not-counted']);
  });

  it('keeps a matched request in the count: it may open again', async () => {
    const it = await night(agreed);
    const second = aRequest({ id: 'req2', registrationNumber: '2054322' });
    const place = await openRequests(it.table, it.requests).placeFor(second, true);
    await it.table.commit([it.requests.save({ ...second, version: 0 }), ...(place.ok ? place.value : [])]);
    const [row] = it.table.rows().filter(({ kind }) => kind === 'open-requests');
    expect(row?.['requestIds']).toEqual(['req1', 'req2']);
  });
});

describe('a Monday without digests', () => {
  const listed: World = {
    ...waiting,
    practitioner: { ...waiting.practitioner, createdAt: '2026-11-10T09:00:00.000Z' },
  };

  it('is reported as an alarm on the night after, with the name of each digest', async () => {
    const it = await night(listed);
    await it.run('2026-11-17T03:00:00.000Z');
    const missing = it.lines.filter(({ code }) => code === 'digest-missing');
    expect(missing).toHaveLength(5);
    expect(missing[0]).toMatchObject({ run: 'digest#2026-W47#system' });
    expect(it.mails()).toHaveLength(1);
  });

  it('is not reported when they were made', async () => {
    const it = await night(listed);
    const ids = ['system', 'dartford-gravesham-swanley', 'east-kent', 'medway-swale', 'west-kent'];
    await it.table.commit(
      ids.map((id) => ({
        do: 'put' as const,
        row: { ...keys.digestRun(`2026-W47#${id}`), kind: 'digest-run' },
        when: { is: 'absent' as const },
      })),
    );
    await it.run('2026-11-17T03:00:00.000Z');
    expect(it.lines.map(({ code }) => code)).toEqual(['reconciled']);
  });

  it('is not reported before anybody was listed, nor on the Monday itself before they are made', async () => {
    const it = await night(listed);
    await it.run('2026-11-16T03:00:00.000Z');
    expect(it.lines.map(({ code }) => code)).toEqual(['reconciled']);
  });
});
