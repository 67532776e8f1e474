import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../../../shared/requests/request.ts';
import { criteria } from '../../../shared/matching/criteria/all.ts';
import { computeRoundPlan, signOffRoles } from '../../../shared/rounds/compute-round-plan.ts';
import { roundPlanSchema } from '../../../shared/rounds/round-plan.ts';
import { snapshotOf, type SnapshotFacts } from '../../../shared/rounds/snapshot.ts';
import { roundPolicy, type RoundPolicy } from '../../../shared/rounds/round-policy.ts';
import { aSeat, TODAY } from '../../support/builders.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { quota, withQuotas } from '../../support/rounds/stage.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const plan = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  { policy = roundPolicy, ...facts }: Partial<SnapshotFacts> & { policy?: RoundPolicy } = {},
) => {
  const snapshot = snapshotOf({
    day: TODAY,
    requests,
    practitioners,
    kept: [],
    balances: {},
    carriedOver: [],
    ...facts,
  });
  const planned = computeRoundPlan(kentAndMedway, snapshot, policy, 'seed');
  if (!planned.ok) throw new Error(`${planned.refusal.field}: ${planned.refusal.problem}`);
  return planned.value;
};

const team = (id: string, changes: Partial<SupervisionRequest> = {}) =>
  learner(id, {
    maxMinutes: 90,
    seats: [
      aSeat({ id: `${id}-1`, hours: 60 }),
      aSeat({ id: `${id}-2`, role: 'practice-supervisor', hours: 30 }),
      aSeat({ id: `${id}-3`, role: 'spoke-supervisor', hours: 10 }),
    ],
    ...changes,
  });
const site = { chatham: 'ME4', gillingham: 'ME7', maidstone: 'ME15', canterbury: 'CT1' } as const;
const places = { ME4: 'medway-swale', ME7: 'medway-swale', ME15: 'west-kent', CT1: 'east-kent' } as const;
const at = (id: string, where: keyof typeof site, changes: Partial<Practitioner> = {}) =>
  dpp(id, { sites: [{ outcode: site[where], town: where, place: places[site[where]] }], ...changes });
const supervisor = (id: string, where: keyof typeof site, changes: Partial<Practitioner> = {}) =>
  at(id, where, { seatRoles: ['practice-supervisor'], ...changes });
const spoke = (id: string, where: keyof typeof site) => at(id, where, { seatRoles: ['spoke-supervisor'] });

const givenTo = ({ assignments }: ReturnType<typeof plan>) =>
  Object.fromEntries(assignments.map(({ seatId, practitionerId }) => [seatId, practitionerId]));

describe('a whole team', () => {
  it('is found seat by seat, each by an optimum of its own', () => {
    const told = plan(
      [team('a')],
      [at('d1', 'chatham'), supervisor('d2', 'chatham'), spoke('d3', 'chatham')],
    );
    expect(givenTo(told)).toEqual({ 'a-1': 'd1', 'a-2': 'd2', 'a-3': 'd3' });
    expect(told.stages.map(({ roles }) => roles)).toEqual([
      ['dpp', 'practice-assessor'],
      ['practice-supervisor'],
      ['spoke-supervisor'],
    ]);
    expect(told.stages.map(({ objective }) => objective.placed)).toEqual([1, 1, 1]);
    expect(told.stages.map(({ shift }) => shift)).toEqual([20, 20, 20]);
    expect(told.summary).toMatchObject({
      learners: 1,
      pinned: 0,
      otherSeats: { wanted: 2, placed: 2 },
      completeTeams: 1,
    });
    expect(told.outcomes).toMatchObject([{ seats: 3, seatsPlaced: 3, hoursPlaced: 100 }]);
    expect(roundPlanSchema.parse(told)).toEqual(told);
  });

  it('works in the place of the person who signs off, before anything else', () => {
    const people = [at('d1', 'maidstone'), supervisor('d2', 'chatham'), supervisor('d3', 'maidstone')];
    const told = plan([team('a')], people);
    expect(givenTo(told)).toMatchObject({ 'a-1': 'd1', 'a-2': 'd3' });
    const facts = told.assignments.find(({ seatId }) => seatId === 'a-2')?.contributions.at(-1);
    expect(facts).toEqual({
      criterion: 'team',
      points: 0,
      facts: { signsOff: 'west-kent', practitioner: 'west-kent' },
    });
  });

  it('is apart where nobody else is there, at the points that the policy names', () => {
    const told = plan([team('a')], [at('d1', 'maidstone'), supervisor('d2', 'chatham')]);
    const other = told.assignments.find(({ seatId }) => seatId === 'a-2');
    expect(other?.contributions.at(-1)).toEqual({
      criterion: 'team',
      points: 400,
      facts: { signsOff: 'west-kent', practitioner: 'medway-swale' },
    });
    expect(told.assignments.find(({ seatId }) => seatId === 'a-1')?.contributions).toHaveLength(
      criteria.length,
    );
  });

  it('has never one person twice, though they could', () => {
    const both = at('d1', 'chatham', { placesOffered: 3 });
    const told = plan([team('a')], [both]);
    expect(givenTo(told)).toEqual({ 'a-1': 'd1' });
    expect(told.summary).toMatchObject({ otherSeats: { wanted: 2, placed: 0 }, completeTeams: 0 });
    expect(told.unplaced.map(({ seatId, reason }) => [seatId, reason])).toEqual([
      ['a-2', 'no-eligible-practitioner'],
      ['a-3', 'no-eligible-practitioner'],
    ]);
  });

  it('does not have one person for two of the other seats either', () => {
    const roles = {
      seatRoles: ['practice-supervisor' as const, 'spoke-supervisor' as const],
      placesOffered: 3,
    };
    const told = plan([team('a')], [at('d1', 'chatham'), at('d3', 'chatham', roles)]);
    expect(givenTo(told)).toEqual({ 'a-1': 'd1', 'a-2': 'd3' });
    expect(told.unplaced).toMatchObject([
      { seatId: 'a-3', smallestChange: { requirements: ['one-seat-each'] } },
    ]);
  });

  it('is not sought while nobody signs off', () => {
    const told = plan([team('a')], [supervisor('d2', 'chatham'), spoke('d3', 'chatham')]);
    expect(told.assignments).toEqual([]);
    expect(told.unplaced.map(({ seatId, reason }) => [seatId, reason])).toEqual([
      ['a-1', 'no-eligible-practitioner'],
      ['a-2', 'sign-off-first'],
      ['a-3', 'sign-off-first'],
    ]);
    expect(told.unplaced[1]).toEqual({
      requestId: 'a',
      seatId: 'a-2',
      role: 'practice-supervisor',
      reason: 'sign-off-first',
      of: 0,
      competitors: [],
      bottlenecks: [],
      nearMisses: [],
    });
  });

  it('is sought around somebody who signs off already, and seats that are taken are left', () => {
    const seats: Seat[] = [
      aSeat({ id: 'a-1', state: 'filled', practitionerId: 'd1', matchId: 'm1' }),
      aSeat({ id: 'a-2', role: 'practice-supervisor', hours: 30 }),
    ];
    const told = plan([team('a', { seats })], [at('d1', 'maidstone'), supervisor('d3', 'maidstone')], {
      kept: [{ requestId: 'a', seatId: 'a-1', practitionerId: 'd1', contributions: [] }],
    });
    expect(told.assignments).toMatchObject([
      { seatId: 'a-1', kept: true },
      { seatId: 'a-2', practitionerId: 'd3', kept: false },
    ]);
    expect(told.summary).toMatchObject({ pinned: 1, completeTeams: 1, otherSeats: { wanted: 1, placed: 1 } });
  });

  it('waits only with its vacant seats while nobody signs off', () => {
    const seats: Seat[] = [
      aSeat({ id: 'a-1' }),
      aSeat({ id: 'a-2', role: 'practice-supervisor', state: 'filled', practitionerId: 'd2' }),
      aSeat({ id: 'a-3', role: 'spoke-supervisor' }),
    ];
    const told = plan([team('a', { seats })], [supervisor('d2', 'chatham')]);
    expect(told.unplaced.map(({ seatId, reason }) => [seatId, reason])).toEqual([
      ['a-1', 'no-eligible-practitioner'],
      ['a-3', 'sign-off-first'],
    ]);
  });

  it('without a seat that signs off is sought all the same', () => {
    const seats = [aSeat({ id: 'a-2', role: 'practice-supervisor', hours: 30 })];
    const told = plan([team('a', { seats })], [supervisor('d2', 'chatham')]);
    expect(givenTo(told)).toEqual({ 'a-2': 'd2' });
    expect(told.assignments[0]?.contributions).toHaveLength(criteria.length);
  });

  it('shares places with other teams: what one stage gave away the next has not', () => {
    const one = supervisor('d3', 'chatham', { seatRoles: ['practice-supervisor', 'spoke-supervisor'] });
    const people = [at('d1', 'chatham', { placesOffered: 2 }), one];
    const told = plan([team('a'), team('b')], people);
    expect(Object.values(givenTo(told)).filter((id) => id === 'd3')).toHaveLength(1);
    expect(told.unplaced.filter(({ reason }) => reason === 'outcompeted')).toHaveLength(1);
  });
});

describe('a plan in figures', () => {
  const early = '2026-11-01T09:00:00.000Z';
  /** `b` sent the first request and can be placed with both DPPs, `a` only with the nearer one. */
  const narrow = [
    learner('b', { maxMinutes: 60, confirmedAt: early }),
    learner('a', { maxMinutes: 12, confirmedAt: '2026-11-02T09:00:00.000Z' }),
  ];
  const two = [at('d1', 'chatham'), at('d2', 'maidstone')];

  it('is compared with first come, first served, by who asked first', () => {
    const told = plan(narrow, two);
    const points = told.assignments.reduce((sum, one) => sum + one.points, 0);
    const miles = told.assignments.reduce((sum, one) => sum + one.miles, 0);
    expect(givenTo(told)).toEqual({ 'a-1': 'd1', 'b-1': 'd2' });
    const minutes = told.assignments.reduce((sum, one) => sum + one.minutes!, 0);
    expect(told.summary.signOff).toEqual({ placed: 2, points, minutes, miles });
    expect(miles).toBeGreaterThan(0);
    const alone = plan(narrow.slice(0, 1), two.slice(0, 1)).summary.signOff;
    expect(told.summary.firstCome).toEqual(alone);
    expect(told.outcomes.map(({ firstCome }) => firstCome)).toEqual([
      { placed: false },
      { placed: true, minutes: 9, miles: 1 },
    ]);
  });

  it('asks by id among those who came together', () => {
    const together = narrow.map((one) => ({ ...one, maxMinutes: 60, confirmedAt: early }));
    const told = plan(together.toReversed(), [at('d1', 'maidstone'), at('d2', 'chatham')]);
    const [first, second] = told.outcomes.map(({ firstCome }) => firstCome.minutes!);
    expect(first).toBe(9);
    expect(second).toBeGreaterThan(9);
    expect(told.summary.firstCome).toEqual(told.summary.signOff);
  });

  it('counts miles of first come, first served also where a practitioner has several stretches of time', () => {
    const spring = { courseStart: '2027-02-01', courseEnd: '2027-07-31', signOffNeededBy: '2027-01-04' };
    const told = plan(
      [learner('a', { maxMinutes: 90 }), learner('b', { maxMinutes: 90, ...spring })],
      [at('d1', 'maidstone')],
    );
    expect(told.summary.signOff.placed).toBe(2);
    expect(told.summary.firstCome).toEqual(told.summary.signOff);
    expect(told.summary.signOff.miles).toBeGreaterThan(0);
  });

  it('names where places were too few for those who sign off, and what one more was worth', () => {
    const told = plan([learner('a'), learner('b'), learner('c')], [at('d1', 'chatham')]);
    expect(told.bottlenecks).toEqual([{ id: 'd1', kind: 'practitioner', learners: 2 }]);
    expect(told.pressure).toEqual({ d1: roundPolicy.pairs.pressureCap.value });
    expect(told.summary.completeTeams).toBe(1);
  });

  it('applies the balance of hosting', () => {
    const balances = { 'medway-pharmacy>harbour-surgery': 3 };
    const points = (facts: object) =>
      plan([learner('a')], [at('d1', 'chatham')], facts).summary.signOff.points;
    expect(points({}) - points({ balances })).toBe(15);
  });

  it('puts learners carried over from an earlier round first', () => {
    const both = [learner('a'), learner('b')];
    for (const id of ['a', 'b'])
      expect(Object.keys(givenTo(plan(both, [at('d1', 'chatham')], { carriedOver: [id] })))).toEqual([
        `${id}-1`,
      ]);
  });

  it('is refused where quotas cross, whichever stage they cross in', () => {
    const policy = withQuotas({
      places: { 'medway-swale': quota(9) },
      organisations: { 'harbour-surgery': quota(9) },
    });
    const own = { organisation: { id: 'own', name: 'Own' } };
    const people = [at('d1', 'chatham'), at('d2', 'gillingham', own), at('d3', 'maidstone')];
    expect(() => plan([team('a')], people, { policy })).toThrow('crosses');
    const later = [
      at('d0', 'chatham'),
      ...people.map((one) => ({ ...one, seatRoles: ['practice-supervisor' as const] })),
    ];
    expect(() => plan([team('a')], later, { policy })).toThrow('crosses');
  });

  it('knows the roles that sign off', () => {
    expect(signOffRoles).toEqual(['dpp', 'practice-assessor']);
  });
});
