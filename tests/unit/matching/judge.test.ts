import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { balanceKey } from '../../../shared/matching/query/seat-query.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aPractitioner, aRequest, aSeat, NOW, TODAY, conflictWith } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

const commitment = {
  matchId: 'm',
  requestId: 'other',
  seatId: 's',
  from: '2027-02-01',
  to: '2027-07-31',
  university: 'medway',
};
const pendingOf = (offerId: string, holdsPlace = false) => ({
  offerId,
  from: '2027-02-01',
  to: '2027-07-31',
  holdsPlace,
});

const judged = (
  practitioner: Partial<Practitioner> = {},
  request: Partial<SupervisionRequest> = {},
  context = noContext,
) => {
  const asked = aRequest(request);
  return judge(asked, asked.seats[0]!, aPractitioner(practitioner), policy, TODAY, context);
};

const unmet = (practitioner: Partial<Practitioner>, request: Partial<SupervisionRequest> = {}) => {
  const judgement = judged(practitioner, request);
  return judgement.eligible ? [] : judgement.unmet;
};

const points = (
  criterion: string,
  practitioner: Partial<Practitioner> = {},
  request: Partial<SupervisionRequest> = {},
  context = noContext,
) => {
  const judgement = judged(practitioner, request, context);
  if (!judgement.eligible) throw new Error(judgement.unmet.map(({ name }) => name).join(', '));
  return judgement.contributions.find((one) => one.criterion === criterion)?.points;
};

const inDover = { sites: [{ outcode: 'CT16', town: 'Dover', place: 'east-kent' as const }] };

describe('who can take a seat', () => {
  test('the builders’ pair is eligible', () => {
    expect(judged()).toMatchObject({ eligible: true });
  });

  const cases: readonly [string, Partial<Practitioner>, Partial<SupervisionRequest>, object][] = [
    ['is listed', { state: 'paused' }, {}, { name: 'listed', wanted: 'listed', found: 'paused' }],
    [
      'confirmed their details within 120 days',
      { confirmedAt: '2026-07-24T09:00:00.000Z' },
      {},
      { name: 'details-confirmed', wanted: 120, found: 120 },
    ],
    [
      'supervises the profession',
      { supervisesProfessions: ['nurse'] },
      {},
      { name: 'supervises-profession', wanted: 'pharmacist', found: ['nurse'] },
    ],
    [
      'supervises the learner type',
      { supervisesLearnerTypes: ['v300'] },
      {},
      { name: 'supervises-learner-type', wanted: 'pharmacist-ip', found: ['v300'] },
    ],
    [
      'offers the seat',
      { seatRoles: ['practice-supervisor'] },
      {},
      { name: 'offers-seat', wanted: 'dpp', found: ['practice-supervisor'] },
    ],
    [
      'may sign off: a supplementary-only prescriber never fills a DPP’s seat',
      { profession: 'dietitian' },
      {},
      { name: 'may-sign-off', found: 'dietitian' },
    ],
    ['sees patients', { patientFacing: false }, {}, { name: 'patient-facing' }],
    [
      'knows an area of the learner’s or one that is related',
      { leadArea: 'ophthalmology', areas: ['ophthalmology'] },
      {},
      { name: 'clinical-area', wanted: ['cardiovascular'], found: ['ophthalmology'] },
    ],
    ['is not the learner by e-mail address', { email: 'Lee@Learner.Example' }, {}, { name: 'not-self' }],
    ['is not the learner by registration', { registrationNumber: '2054321' }, {}, { name: 'not-self' }],
    [
      'has no declared conflict by name',
      { name: 'Dr Zoë O’Neill' },
      { conflicts: [conflictWith('Zoe O Neill, my manager')] },
      { name: 'no-conflict', found: ['line-manager'] },
    ],
    [
      'has no declared conflict by e-mail address',
      {},
      { conflicts: [conflictWith('AMARA@dpp.example', { kind: 'sponsors-the-place' })] },
      { name: 'no-conflict', found: ['sponsors-the-place'] },
    ],
    [
      'is not excluded by the learner',
      {},
      { exclusions: [{ practitionerId: 'dpp1', reason: 'A former manager' }] },
      { name: 'not-excluded', found: 'A former manager' },
    ],
    [
      'was not asked before for this request',
      {},
      {
        seats: [
          aSeat({ tried: [{ practitionerId: 'dpp1', outcome: 'lapsed', at: '2026-11-20T09:00:00.000Z' }] }),
        ],
      },
      { name: 'not-tried', found: 'lapsed' },
    ],
    [
      'is not in the request’s other seat',
      {},
      { seats: [aSeat(), aSeat({ id: 'b', state: 'filled', practitionerId: 'dpp1' })] },
      { name: 'one-seat-each' },
    ],
    ['is within the minutes', inDover, { maxMinutes: 40 }, { name: 'travel', wanted: 40, found: 53 }],
    [
      'is within the minutes that the miles of an older request mean',
      inDover,
      { maxMinutes: undefined, maxMiles: 10 },
      { name: 'travel', wanted: 28, found: 53 },
    ],
    [
      'has the hours in the weeks that both share',
      { availableFrom: '2027-05-20', hoursPerWeek: 8 },
      {},
      { name: 'hours', wanted: 90, found: 80 },
    ],
    [
      'stays long enough for the hours',
      { leavingOn: '2027-02-28', hoursPerWeek: 8 },
      {},
      { name: 'hours', wanted: 90, found: 32 },
    ],
    [
      'has a place free in the dates',
      { commitments: [commitment] },
      {},
      { name: 'place-free', wanted: 1, found: 0 },
    ],
    [
      'has a place that no pending offer holds',
      { pendingOffers: [pendingOf('a', true)] },
      {},
      { name: 'place-free', wanted: 1, found: 0 },
    ],
    [
      'has fewer than three offers to answer',
      { placesOffered: 5, pendingOffers: ['a', 'b', 'c'].map((id) => pendingOf(id)) },
      {},
      { name: 'pending-offers', wanted: 2, found: 3 },
    ],
    [
      'has a place about which no other offer asks',
      { placesOffered: 2, pendingOffers: ['a', 'b'].map((id) => pendingOf(id)) },
      {},
      { name: 'place-not-asked-about', wanted: 1, found: 0 },
    ],
    [
      'has answered one of the last two offers',
      { silence: { lapses: 2, since: NOW } },
      {},
      { name: 'answers-offers', wanted: 1, found: 2 },
    ],
  ];
  test.each(cases)('only somebody who %s', (_, practitioner, request, requirement) => {
    expect(unmet(practitioner, request)).toEqual([expect.objectContaining(requirement)]);
  });

  test('every unmet requirement is named, not only the first', () => {
    const names = unmet({ state: 'paused', patientFacing: false, ...inDover }).map(({ name }) => name);
    expect(names).toEqual(['listed', 'patient-facing', 'travel']);
  });

  test('a recorded check is needed, unless somebody was listed at once from a trusted domain', () => {
    const request = aRequest();
    const unchecked = aPractitioner();
    delete unchecked.check;
    expect(judge(request, request.seats[0]!, unchecked, policy, TODAY, noContext)).toMatchObject({
      eligible: false,
      unmet: [{ name: 'register-checked', wanted: 'a recorded check', found: 'no check' }],
    });
    const provisional = { ...unchecked, provisional: true };
    expect(judge(request, request.seats[0]!, provisional, policy, TODAY, noContext).eligible).toBe(true);
  });

  test('a conflict that the team cleared does not stand in the way', () => {
    const conflicts = [
      conflictWith('Amara Example', { kind: 'line-manager', decision: { is: 'cleared', by: 'Team' } }),
    ];
    expect(judged({}, { conflicts }).eligible).toBe(true);
  });

  test('a supplementary prescriber may be a practice supervisor, and need not see patients there', () => {
    const request = { profession: 'nurse' as const, learnerType: 'v300' as const };
    const seats = [aSeat({ role: 'practice-supervisor' })];
    expect(judged({ profession: 'dietitian', patientFacing: false }, { ...request, seats }).eligible).toBe(
      true,
    );
  });

  test('one person may be in both seats when the reason is recorded', () => {
    const seats = [aSeat(), aSeat({ id: 'b', state: 'filled', practitionerId: 'dpp1' })];
    expect(judged({}, { seats, onePersonReason: 'A single-handed practice' }).eligible).toBe(true);
  });

  test('minutes do not count when learner, DPP and university all accept remote supervision', () => {
    const remote = { remoteAcceptable: true };
    expect(judged({ ...inDover, mode: 'mixed' }, remote).eligible).toBe(true);
    expect(judged({ ...inDover, mode: 'in-person' }, remote).eligible).toBe(false);
    expect(judged({ ...inDover, mode: 'mixed' }).eligible).toBe(false);
    const strict = [
      {
        id: 'medway',
        name: '',
        starts: [],
        closesDaysBefore: 77,
        onePerCohort: false,
        remoteAllowed: false,
      },
    ];
    expect(
      judged({ ...inDover, mode: 'mixed' }, remote, { ...noContext, universities: strict }).eligible,
    ).toBe(false);
  });

  test('a university may allow one learner of a cohort only', () => {
    const strict = [
      { id: 'medway', name: '', starts: [], closesDaysBefore: 77, onePerCohort: true, remoteAllowed: true },
    ];
    const twoPlaces = { placesOffered: 2, commitments: [commitment] };
    expect(judged(twoPlaces, {}, { ...noContext, universities: strict })).toMatchObject({
      eligible: false,
      unmet: [{ name: 'one-per-cohort', wanted: 1, found: 2 }],
    });
    expect(judged(twoPlaces).eligible).toBe(true);
  });

  test('two learners whose dates do not meet use the same place one after the other', () => {
    const before = { ...commitment, from: '2026-09-01', to: '2027-01-31' };
    expect(judged({ commitments: [before] }).eligible).toBe(true);
  });
});

describe('how well somebody fits', () => {
  test('the cost is the sum of the contributions, in whole points', () => {
    const judgement = judged({ setting: 'care-home', profession: 'nurse', days: [] });
    if (!judgement.eligible) throw new Error('not eligible');
    expect(judgement.cost).toBe(judgement.contributions.reduce((sum, one) => sum + one.points, 0));
    expect(judgement.contributions.every((one) => Number.isInteger(one.points))).toBe(true);
  });

  test('travel costs ten points a minute by road', () => {
    const site = (outcode: string) => ({ sites: [{ outcode, town: '', place: 'medway-swale' as const }] });
    expect(points('travel', site('ME4'))).toBe(90);
    expect(points('travel', site('ME7'))).toBe(110);
    expect(points('travel', site('ME10'))).toBe(230);
  });

  test('the nearest of several sites counts', () => {
    const [near] = aPractitioner().sites;
    expect(points('travel', { sites: [...inDover.sites, near!] })).toBe(points('travel'));
  });

  test('another place costs, a neighbouring one half of it', () => {
    const site = (place: 'west-kent' | 'dartford-gravesham-swanley' | 'medway-swale') => ({
      sites: [{ outcode: 'ME7', town: 'Gillingham', place }],
    });
    expect(points('place', site('medway-swale'))).toBe(0);
    expect(points('place', site('west-kent'))).toBe(20);
    const eastern = { site: { outcode: 'ME4', town: 'Chatham', place: 'east-kent' as const } };
    expect(points('place', site('dartford-gravesham-swanley'), eastern)).toBe(40);
  });

  test('leading in the area is best, listing it close, a related one costs 80 and its distance', () => {
    expect(points('area')).toBe(0);
    expect(points('area', { leadArea: 'lipids' })).toBe(20);
    expect(points('area', { leadArea: 'lipids', areas: ['lipids'] })).toBe(80);
    expect(points('area', { leadArea: 'renal', areas: [] })).toBe(90);
    expect(
      points('area', { leadArea: 'lipids', areas: [] }, { leadArea: 'pain', areas: ['pain', 'lipids'] }),
    ).toBe(80);
  });

  test('another setting, missing days, another profession and old details cost', () => {
    expect(points('setting', { setting: 'care-home' })).toBe(50);
    expect(points('days', { days: ['friday'] })).toBe(30);
    expect(points('days', { days: ['monday'] })).toBe(15);
    expect(points('days', { days: [] }, { days: [] })).toBe(0);
    expect(points('remit', { profession: 'nurse' })).toBe(10);
    expect(points('remit', { profession: 'nurse', supervisedBefore: 0 })).toBe(30);
    expect(points('confirmed', { confirmedAt: '2026-08-23T09:00:00.000Z' })).toBe(30);
    expect(points('confirmed', { confirmedAt: '2026-08-24T09:00:00.000Z' })).toBe(0);
  });

  test('the first, second and third learner at a time cost 0, 30 and 90', () => {
    const learners = (count: number) => ({
      placesOffered: 9,
      commitments: Array.from({ length: count }, (_, index) => ({ ...commitment, requestId: `r${index}` })),
    });
    expect([0, 1, 2, 3].map((count) => points('load', learners(count)))).toEqual([0, 30, 90, 90]);
  });

  test('the balance of hosting is bounded either way, and the own organisation counts as the most', () => {
    const owed = (balance: number) => ({
      ...noContext,
      balances: { [balanceKey('medway-pharmacy', 'harbour-surgery')]: balance },
    });
    expect(points('give-and-take')).toBe(0);
    expect(points('give-and-take', {}, {}, owed(2))).toBe(-10);
    expect(points('give-and-take', {}, {}, owed(99))).toBe(-20);
    expect(points('give-and-take', {}, {}, owed(-99))).toBe(20);
    const own = { organisation: { id: 'medway-pharmacy', name: 'Medway Pharmacy' } };
    expect(points('give-and-take', own)).toBe(-20);
    expect(policy.reciprocity.value * policy.reciprocityCap.value).toBeLessThan(policy.otherSetting.value);
  });
});
