import { describe, expect, it } from 'vitest';
import { plannedOffer, withAssignments } from '../../../shared/rounds/solve-stage.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aSeat } from '../../support/builders.ts';
import { criteria } from '../../../shared/matching/criteria/all.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { quota, solvedStage, withQuotas } from '../../support/rounds/stage.ts';

/**
 * Creates a DPP who works in this outcode. The learners live in Chatham (ME4); the other outcodes are farther away in
 * the order of their numbers.
 */
const at = (id: string, outcode: 'ME4' | 'ME7' | 'ME8' | 'ME10', changes: Partial<Practitioner> = {}) =>
  dpp(id, { sites: [{ outcode, town: outcode, place: 'medway-swale' }], ...changes });

describe('a stage of a round', () => {
  it('gives each learner’s practitioner, its rank among their own, and who fits better', () => {
    const { assignments, unplaced } = solvedStage(
      [learner('a'), learner('b')],
      [at('d1', 'ME4'), at('d2', 'ME8'), at('d3', 'ME7', { placesOffered: 0 })],
    );
    expect(unplaced).toEqual([]);
    expect(assignments.map(({ requestId }) => requestId)).toEqual(['a', 'b']);
    const best = assignments.find(({ practitionerId }) => practitionerId === 'd1')!;
    const second = assignments.find(({ practitionerId }) => practitionerId === 'd2')!;
    expect(best).toMatchObject({
      rank: 1,
      of: 2,
      passedOver: [],
      minutes: 9,
      miles: 1,
      kept: false,
      role: 'dpp',
    });
    expect(best.seatId).toBe(`${best.requestId}-1`);
    expect(second).toMatchObject({
      rank: 2,
      of: 2,
      passedOver: [{ practitionerId: 'd1', points: second.points - best.points }],
    });
    expect(second).toMatchObject({ minutes: 16, miles: 5 });
  });

  it('names three at most who fit better, the best first, and by id who fit as well', () => {
    const { assignments } = solvedStage(
      ['a', 'b', 'c', 'd', 'e'].map((id) => learner(id)),
      [at('d5', 'ME10'), at('d4', 'ME7'), at('d2', 'ME7'), at('d3', 'ME7'), at('d1', 'ME4')],
    );
    const last = assignments.find(({ practitionerId }) => practitionerId === 'd5')!;
    expect(last).toMatchObject({ rank: 5, of: 5 });
    expect(last.passedOver.map(({ practitionerId }) => practitionerId)).toEqual(['d1', 'd2', 'd3']);
    expect(last.passedOver[2]!.points).toBe(last.passedOver[1]!.points);
    expect(last.passedOver[1]!.points).toBeLessThan(last.passedOver[0]!.points);
    const best = assignments.filter(({ practitionerId }) => practitionerId === 'd1');
    expect(best).toHaveLength(1);
    for (const one of best) expect(one).toMatchObject({ rank: 1, passedOver: [] });
  });

  it('charges the load of each learner on top of those before, in the order of ids', () => {
    const commitment = {
      matchId: 'm',
      requestId: 'x',
      seatId: 'x-1',
      from: '2027-09-06',
      to: '2028-02-28',
      university: 'kent',
    };
    const loads = (changes: Partial<Practitioner>) =>
      solvedStage(
        [learner('b'), learner('a')],
        [at('d1', 'ME4', { placesOffered: 4, ...changes })],
      ).assignments.map(({ requestId, contributions }) => {
        const { points, facts } = contributions.find(({ criterion }) => criterion === 'load')!;
        return [requestId, points, facts['learners']];
      });
    expect(loads({})).toEqual([
      ['a', 0, 0],
      ['b', 30, 1],
    ]);
    expect(loads({ commitments: [commitment] })).toEqual([
      ['a', 30, 1],
      ['b', 90, 2],
    ]);
  });

  it('counts what comes beside a pair’s own facts into its points', () => {
    const extra = () => [{ criterion: 'team', points: 400, facts: {} }];
    const plain = solvedStage([learner('a')], [at('d1', 'ME4')]).assignments[0]!;
    const told = solvedStage([learner('a')], [at('d1', 'ME4')], { extra }).assignments[0]!;
    expect(told.points).toBe(plain.points + 400);
    expect(told.contributions.at(-1)).toEqual(extra()[0]);
    expect(plain.contributions).toHaveLength(criteria.length);
  });

  it('gives the contributions of a kept practitioner, without a rank', () => {
    const contributions = [{ criterion: 'travel', points: 33, facts: { minutes: 15, roadMiles: 6.4 } }];
    const { assignments, after } = solvedStage(
      [
        learner('a', {
          seats: [aSeat({ id: 'a-1', state: 'offered', offerId: 'o1', practitionerId: 'd1' })],
        }),
      ],
      [at('d1', 'ME4')],
      { kept: [{ requestId: 'a', seatId: 'a-1', practitionerId: 'd1', contributions }] },
    );
    expect(assignments).toEqual([
      {
        requestId: 'a',
        seatId: 'a-1',
        role: 'dpp',
        practitionerId: 'd1',
        kept: true,
        points: 33,
        minutes: 15,
        miles: 6,
        contributions,
        rank: 0,
        of: 0,
        passedOver: [],
      },
    ]);
    // The learner has an offer from elsewhere already, so no other offer is added.
    expect(after.practitioners[0]?.pendingOffers).toEqual([]);
    expect(after.requests[0]?.seats[0]).toMatchObject({ offerId: 'o1' });
  });

  it('gives a learner without a place their competitors, and the full practitioner rather than the node', () => {
    const early = { courseStart: '2027-02-01', courseEnd: '2027-07-31', signOffNeededBy: '2027-01-04' };
    const { unplaced, assignments } = solvedStage(
      [learner('a'), learner('b'), learner('c', early)],
      [at('d1', 'ME4'), at('d2', 'ME4', { patientFacing: false })],
    );
    const placed = assignments.map(({ requestId }) => requestId).filter((id) => id !== 'c');
    expect(unplaced).toEqual([
      {
        requestId: placed[0] === 'a' ? 'b' : 'a',
        seatId: placed[0] === 'a' ? 'b-1' : 'a-1',
        role: 'dpp',
        reason: 'outcompeted',
        of: 1,
        competitors: placed,
        bottlenecks: ['d1'],
        nearMisses: [],
      },
    ]);
  });

  it('names the practitioner also where the group over all their time is full', () => {
    const early = { courseStart: '2027-02-01', courseEnd: '2027-07-31', signOffNeededBy: '2027-01-04' };
    const asking = (id: string) => ({ offerId: id, from: '2026-12-01', to: '2026-12-31', holdsPlace: true });
    const busy = at('d1', 'ME4', { pendingOffers: [asking('o1'), asking('o2')] });
    const { unplaced } = solvedStage([learner('a'), learner('b', early)], [busy]);
    expect(unplaced).toMatchObject([{ bottlenecks: ['d1'] }]);
  });

  it('names a quota as it is called', () => {
    const policy = withQuotas({ places: { 'medway-swale': quota(1) } });
    const { unplaced } = solvedStage([learner('a'), learner('b')], [at('d1', 'ME4'), at('d2', 'ME7')], {
      policy,
    });
    expect(unplaced).toMatchObject([{ of: 2, bottlenecks: ['place:medway-swale'] }]);
  });

  it('names an organisation’s quota whole, whatever the organisation is called', () => {
    const policy = withQuotas({ organisations: { 'dpp:trust': quota(0) } });
    const trust = { organisation: { id: 'dpp:trust', name: 'Trust' } };
    const { unplaced } = solvedStage([learner('a')], [at('d1', 'ME4', trust)], { policy });
    expect(unplaced).toMatchObject([{ bottlenecks: ['organisation:dpp:trust'] }]);
  });

  it('counts the organisations of one owner together where the owner has a quota', () => {
    const policy = withQuotas({ organisations: { owner: quota(1) } });
    const shop = (id: string) => ({
      organisation: { id, name: id, employer: { id: 'owner', name: 'Owner' } },
    });
    const dpps = [at('d1', 'ME4', shop('one')), at('d2', 'ME7', shop('two'))];
    const { assignments } = solvedStage([learner('a'), learner('b')], dpps, { policy });
    expect(assignments).toHaveLength(1);
  });

  it('gives a learner without candidates the change that would open one', () => {
    const { unplaced } = solvedStage([learner('a')], [at('d1', 'ME4', { placesOffered: 0 })]);
    expect(unplaced).toMatchObject([{ nearMisses: [{ change: 'wait-for-place', count: 1 }] }]);
  });

  it('keeps nobody for a seat that is vacant again', () => {
    const kept = [{ requestId: 'a', seatId: 'a-1', practitionerId: 'd1', contributions: [] }];
    const { assignments } = solvedStage([learner('a')], [at('d1', 'ME4')], { kept });
    expect(assignments).toMatchObject([{ kept: false, rank: 1, of: 1 }]);
  });

  it('gives a learner without candidates the smallest change', () => {
    const { unplaced } = solvedStage([learner('a')], [at('d1', 'ME4', { patientFacing: false })]);
    expect(unplaced).toMatchObject([
      {
        reason: 'no-eligible-practitioner',
        of: 0,
        competitors: [],
        bottlenecks: [],
        smallestChange: { requirements: ['patient-facing'], count: 1 },
      },
    ]);
    expect(solvedStage([learner('a')], []).unplaced[0]).not.toHaveProperty('smallestChange');
  });

  it('is refused where quotas cross', () => {
    const policy = withQuotas({
      places: { 'medway-swale': quota(1) },
      organisations: { 'harbour-surgery': quota(1) },
    });
    const elsewhere = dpp('d3', { sites: [{ outcode: 'ME15', town: 'Maidstone', place: 'west-kent' }] });
    const own = { organisation: { id: 'own', name: 'Own' } };
    expect(() =>
      solvedStage([learner('a', { maxMinutes: 60 })], [at('d1', 'ME4'), at('d2', 'ME7', own), elsewhere], {
        policy,
      }),
    ).toThrow('crosses');
  });
});

describe('a board with assignments on it', () => {
  const team = learner('a', { seats: [aSeat({ id: 'a-1' }), aSeat({ id: 'a-2' })] });

  it('has the seats offered and the places held in the learner’s period', () => {
    const { requests, practitioners } = withAssignments(
      { requests: [team], practitioners: [dpp('d1'), dpp('d2')] },
      [{ requestId: 'a', seatId: 'a-1', practitionerId: 'd1' }],
    );
    expect(requests[0]?.seats).toEqual([
      aSeat({ id: 'a-1', state: 'offered', offerId: 'plan:a-1', practitionerId: 'd1' }),
      aSeat({ id: 'a-2' }),
    ]);
    expect(practitioners.map(({ pendingOffers }) => pendingOffers)).toEqual([
      [{ offerId: plannedOffer('a-1'), from: '2027-09-06', to: '2028-02-28', holdsPlace: true }],
      [],
    ]);
  });

  it('keeps the offers that were there, and knows nothing of requests that are not', () => {
    const before = { offerId: 'o1', from: '2027-01-01', to: '2027-02-01', holdsPlace: false };
    const { practitioners } = withAssignments(
      { requests: [team], practitioners: [dpp('d1', { pendingOffers: [before] })] },
      [
        { requestId: 'a', seatId: 'a-2', practitionerId: 'd1' },
        { requestId: 'gone', seatId: 'gone-1', practitionerId: 'd1' },
      ],
    );
    expect(practitioners[0]?.pendingOffers.map(({ offerId }) => offerId)).toEqual(['o1', 'plan:a-2']);
  });
});
