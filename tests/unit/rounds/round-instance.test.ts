import { describe, expect, it } from 'vitest';
import { aSeat } from '../../support/builders.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { instanceOf, quota, withQuotas } from '../../support/rounds/stage.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { universities } = kentAndMedway;

const spring = { courseStart: '2027-02-01', courseEnd: '2027-07-31', signOffNeededBy: '2027-01-04' };
const asked = (id: string, state: 'offered' | 'filled', practitionerId = 'd1') =>
  learner(id, {
    seats: [aSeat({ id: `${id}-1`, state, practitionerId, offerId: `offer-${id}` })],
  });
const kept = (id: string, practitionerId = 'd1', points = 33) => ({
  requestId: id,
  seatId: `${id}-1`,
  practitionerId,
  contributions: [{ criterion: 'travel', points, facts: { minutes: 14, roadMiles: 6 } }],
});

describe('the instance of a round', () => {
  it('has the learners whose seat is wanted, in tiers of the published order, and the pairs that may be', () => {
    const other = learner('c', { seats: [aSeat({ id: 'c-1', role: 'spoke-supervisor' })] });
    const { instance, seats, pairs, shift } = instanceOf(
      [learner('a'), learner('b'), other],
      [dpp('d1'), dpp('d2', { patientFacing: false })],
      { carriedOver: new Set(['b']), seed: 'drawn' },
    );
    expect(instance.seed).toBe('drawn');
    expect(instance.learners).toEqual([
      { id: 'a', priority: 23 },
      { id: 'b', priority: 11 },
    ]);
    expect([...seats.keys()]).toEqual(['a', 'b']);
    expect(pairs.get('a')?.size).toBe(1);
    expect(pairs.get('a')?.get('d1')?.leaf).toBe('d1');
    const points = pairs.get('a')!.get('d1')!.points;
    expect(instance.pairs).toEqual([
      { learner: 'a', practitioner: 'd1', cost: points + shift },
      { learner: 'b', practitioner: 'd1', cost: points + shift },
    ]);
    expect(instance.pinned).toEqual([]);
    expect(instance).not.toHaveProperty('worstBandOver');
  });

  it('keeps asked and agreed practitioners with their contributions, in place of every other pair', () => {
    const { instance, pairs, seats, shift } = instanceOf(
      [asked('a', 'offered'), asked('b', 'filled')],
      [dpp('d1', { placesOffered: 2 }), dpp('d2')],
      { kept: [kept('a'), kept('b', 'd1', 44)] },
    );
    expect(instance.pinned).toEqual([
      { learner: 'a', practitioner: 'd1' },
      { learner: 'b', practitioner: 'd1' },
    ]);
    expect(pairs.get('a')).toEqual(new Map([['d1', { points: 33, minutes: 14, miles: 6, leaf: 'd1' }]]));
    expect(instance.pairs.map(({ cost }) => cost - shift)).toEqual([33, 44]);
    expect(seats.get('b')?.state).toBe('filled');
  });

  it('leaves out learners whose seat is taken by nobody in the snapshot', () => {
    const requests = [asked('a', 'offered'), asked('b', 'filled', 'd9')];
    const { instance } = instanceOf(requests, [dpp('d1')], { kept: [kept('b', 'd9')] });
    expect(instance).toMatchObject({ learners: [], pairs: [], pinned: [], practitioners: [] });
  });

  it('holds a place for every pending offer', () => {
    const asking = { offerId: 'o9', from: '2027-09-01', to: '2027-12-01', holdsPlace: false };
    const { instance } = instanceOf([learner('a')], [dpp('d1', { pendingOffers: [asking] })]);
    expect(instance.pairs).toEqual([]);
  });

  it('counts a place of the round’s own offer once, and takes as many as may be agreed', () => {
    const own = { offerId: 'offer-a', from: '2027-09-06', to: '2028-02-28', holdsPlace: true };
    const { instance } = instanceOf(
      [asked('a', 'offered'), learner('b')],
      [dpp('d1', { placesOffered: 2, pendingOffers: [own] })],
      { kept: [kept('a')] },
    );
    expect(instance.practitioners).toMatchObject([{ id: 'd1', capacity: 2 }]);
  });

  it('names the worst band as the policy draws its edge, shifted like every pair', () => {
    const policy = { ...roundPolicy, worstBandOver: quota(300) };
    expect(instanceOf([learner('a')], [dpp('d1')], { policy }).instance.worstBandOver).toBe(320);
  });
});

describe('practitioners and quotas of a round', () => {
  it('are a tree from the practitioner to the place and the system, without limits unless there are quotas', () => {
    const { instance, hosts, loads } = instanceOf(
      [learner('a', { maxMinutes: 60 })],
      [dpp('d1'), dpp('d2', { sites: [{ outcode: 'ME15', town: 'Maidstone', place: 'west-kent' }] })],
    );
    expect(instance.practitioners).toEqual([
      { id: 'd1', group: 'place:medway-swale', capacity: 1, loadPenalty: [0, 30, 90] },
      { id: 'd2', group: 'place:west-kent', capacity: 1, loadPenalty: [0, 30, 90] },
    ]);
    expect(instance.groups).toEqual([
      { id: 'system', quota: 1_000_000 },
      { id: 'place:medway-swale', parent: 'system', quota: 1_000_000 },
      { id: 'place:west-kent', parent: 'system', quota: 1_000_000 },
    ]);
    expect(instance.limits).toEqual([]);
    expect([...hosts]).toEqual([
      ['d1', 'd1'],
      ['d2', 'd2'],
    ]);
    expect([...loads.values()]).toEqual([0, 0]);
  });

  it('have the quotas of the policy, and no limit for an organisation without anybody in the round', () => {
    const policy = withQuotas({
      system: quota(7),
      places: { 'medway-swale': quota(3) },
      organisations: { 'harbour-surgery': quota(2), elsewhere: quota(1) },
    });
    const own = { organisation: { id: 'own', name: 'Own' } };
    const { instance } = instanceOf(
      [learner('a')],
      [dpp('d1'), dpp('d2', own), dpp('d3', { patientFacing: false })],
      {
        policy,
      },
    );
    expect(instance.groups).toMatchObject([{ id: 'system', quota: 7 }, { quota: 3 }]);
    expect(instance.limits).toEqual([
      { id: 'organisation:harbour-surgery', quota: 2, practitioners: ['d1'] },
    ]);
  });

  it('are charged from the learners that they have already', () => {
    const commitment = (n: number) => ({
      matchId: `m${n}`,
      requestId: `x${n}`,
      seatId: `x${n}-1`,
      from: '2027-09-06',
      to: '2028-02-28',
      university: 'kent',
    });
    const penalty = (learners: number) =>
      instanceOf(
        [learner('a')],
        [
          dpp('d1', {
            placesOffered: 9,
            commitments: Array.from({ length: learners }, (_, n) => commitment(n)),
          }),
        ],
      );
    expect(penalty(1).instance.practitioners).toMatchObject([{ loadPenalty: [30, 90], capacity: 3 }]);
    expect(penalty(2).instance.practitioners).toMatchObject([{ loadPenalty: [90] }]);
    expect(penalty(5).instance.practitioners).toMatchObject([{ loadPenalty: [90] }]);
    expect(penalty(5).loads.get('d1')).toBe(5);
  });

  it('have a node for each stretch of time under one group of the practitioner', () => {
    const { instance, hosts, pairs } = instanceOf([learner('a', spring), learner('b')], [dpp('d1')], {
      policy: withQuotas({ organisations: { 'harbour-surgery': quota(1) } }),
    });
    expect(instance.practitioners.map(({ id, group }) => [id, group])).toEqual([
      ['d1@2027-02-01', 'dpp:d1'],
      ['d1@2027-09-06', 'dpp:d1'],
    ]);
    expect(instance.groups.at(-1)).toEqual({ id: 'dpp:d1', parent: 'place:medway-swale', quota: 3 });
    expect(instance.limits).toMatchObject([{ practitioners: ['d1@2027-02-01', 'd1@2027-09-06'] }]);
    expect(pairs.get('a')?.get('d1')?.leaf).toBe('d1@2027-02-01');
    expect(instance.pairs.map(({ practitioner }) => practitioner)).toEqual([
      'd1@2027-02-01',
      'd1@2027-09-06',
    ]);
    expect(hosts.get('d1@2027-09-06')).toBe('d1');
  });

  it('pin kept learners to the node of their period', () => {
    const later = asked('b', 'offered');
    const { instance } = instanceOf([learner('a', spring), later], [dpp('d1')], { kept: [kept('b')] });
    expect(instance.pinned).toEqual([{ learner: 'b', practitioner: 'd1@2027-09-06' }]);
  });

  it('separate learners of one cohort where their university asks for it, by start and by university', () => {
    const strict = universities.map((one) => ({ ...one, onePerCohort: ['medway', 'ucl'].includes(one.id) }));
    const { instance, hosts, pairs } = instanceOf(
      [
        learner('a'),
        learner('b'),
        learner('c', { courseStart: '2027-09-20' }),
        learner('d', { university: 'ucl' }),
        learner('e', { university: 'brighton' }),
        learner('f', { university: 'nowhere' }),
      ],
      [dpp('d1', { placesOffered: 2 })],
      { judge: { ...noContext, universities: strict } },
    );
    expect(Object.fromEntries([...pairs].map(([id, own]) => [id, own.get('d1')?.leaf]))).toEqual({
      a: 'd1#medway#2027-09-06',
      b: 'd1#medway#2027-09-06',
      c: 'd1#medway#2027-09-20',
      d: 'd1#ucl#2027-09-06',
      e: 'd1',
      f: 'd1',
    });
    expect(instance.groups.slice(2)).toEqual([
      { id: 'dpp:d1', parent: 'place:medway-swale', quota: 3 },
      { id: 'dpp:d1#all', parent: 'dpp:d1', quota: 2 },
    ]);
    expect(new Set(instance.practitioners.map(({ group }) => group))).toEqual(new Set(['dpp:d1#all']));
    expect(hosts.get('dpp:d1#all')).toBe('d1');
  });
});
