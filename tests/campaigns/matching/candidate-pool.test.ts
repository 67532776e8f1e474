import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { bestCandidates } from '../../../shared/matching/best-candidates.ts';
import { scannedPool } from '../../../shared/matching/candidate-pool.ts';
import { indexedPool } from '../../../shared/matching/index/indexed-pool.ts';
import { encodeSupply } from '../../../shared/matching/index/encode-supply.ts';
import { supplyFrom } from '../../../shared/matching/index/supply-pool.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { clinicalAreaIds } from '../../../shared/reference/clinical-areas.ts';
import { cases } from '../../support/campaign.ts';
import { aPractitioner, aRequest, aSeat, TODAY, conflictWith } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;

const { universities } = kentAndMedway;

/** Generates the usual value most of the time, so that a practitioner seldom misses several requirements at once. */
const mostly = <Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

const near = outcodes.filter(({ place }) => place === 'medway-swale');
const anySite = fc
  .oneof(fc.constantFrom(...near), fc.constantFrom(...outcodes))
  .map(({ outcode, town, place }) => ({ outcode, town, place }));
const elsewhere = { outcode: 'ZZ1', town: 'Elsewhere', place: 'east-kent' as const };

const anyPractitioner = fc
  .record({
    id: fc.uuid(),
    state: mostly<Practitioner['state']>('listed', 'paused'),
    sites: fc.array(
      fc.oneof({ weight: 9, arbitrary: anySite }, { weight: 1, arbitrary: fc.constant(elsewhere) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    leadArea: fc.oneof(fc.constant('cardiovascular' as const), fc.constantFrom(...clinicalAreaIds)),
    areas: fc.subarray([...clinicalAreaIds], { maxLength: 3 }),
    profession: mostly<Practitioner['profession']>('pharmacist', 'dietitian', 'doctor'),
    supervisesProfessions: mostly<Practitioner['supervisesProfessions']>(
      ['pharmacist', 'nurse'],
      ['nurse'],
      [],
    ),
    seatRoles: mostly<Practitioner['seatRoles']>(
      ['dpp', 'practice-supervisor'],
      ['practice-supervisor'],
      ['dpp'],
      [],
    ),
    mode: fc.constantFrom('mixed' as const, 'in-person' as const),
    patientFacing: mostly(true, false),
    provisional: fc.boolean(),
    checked: mostly(true, false),
    placesOffered: mostly(1, 0, 2),
    hoursPerWeek: mostly(8, 0, 3, 4, 5),
    confirmedAt: mostly('2026-11-01T09:05:00.000Z', '2026-07-24T09:05:00.000Z', '2026-07-25T00:00:00.000Z'),
    availableFrom: mostly('2026-01-01', '2027-02-01', '2027-06-01'),
    leavingOn: mostly<string | undefined>(undefined, '2027-04-01'),
    pending: mostly(0, 1, 2, 3, 4),
    taken: mostly(0, 1),
  })
  .map(({ checked, pending, taken, leavingOn, ...changes }): Practitioner => {
    const { check, ...one } = aPractitioner({
      ...changes,
      email: `${changes.id}@dpp.example`,
      registrationNumber: changes.id,
      ...(leavingOn === undefined ? {} : { leavingOn }),
      commitments: Array.from({ length: taken }, (_, n) => ({
        matchId: `m${n}`,
        requestId: `other${n}`,
        seatId: `s${n}`,
        from: '2027-02-01',
        to: '2027-06-01',
        university: 'medway',
      })),
      pendingOffers: Array.from({ length: pending }, (_, n) => ({
        offerId: `o${n}`,
        from: '2027-02-01',
        to: '2027-03-01',
        holdsPlace: n % 2 === 0,
      })),
    });
    return checked && check !== undefined ? { ...one, check } : one;
  });

const anyPeople = fc.array(anyPractitioner, { maxLength: 40 });
const anyRequest = fc
  .record({
    site: anySite,
    maxMinutes: mostly(90, 0, 20, 45),
    remoteAcceptable: fc.boolean(),
    leadArea: fc.oneof(fc.constant('cardiovascular' as const), fc.constantFrom(...clinicalAreaIds)),
    role: fc.constantFrom('dpp' as const, 'practice-supervisor' as const),
  })
  .map(({ role, ...changes }) =>
    aRequest({ ...changes, areas: [changes.leadArea], seats: [aSeat({ role })] }),
  );

/** The ways in which a request can refer to a practitioner of the pool. */
const meanings: Readonly<
  Record<string, (request: SupervisionRequest, who: Practitioner) => SupervisionRequest>
> = {
  nobody: (request) => request,
  'the learner, by e-mail': (request, { email }) => ({ ...request, email: email.toUpperCase() }),
  'the learner, by registration': (request, { registrationNumber }) => ({ ...request, registrationNumber }),
  'somebody excluded': (request, { id }) => ({
    ...request,
    exclusions: [{ practitionerId: id, reason: 'test' }],
  }),
  'somebody with a conflict': (request, { email }) => ({
    ...request,
    conflicts: [conflictWith(email)],
  }),
  'somebody who declined': (request, { id }) => ({
    ...request,
    seats: [
      aSeat({
        role: request.seats[0]!.role,
        tried: [{ practitionerId: id, outcome: 'declined', at: '2026-11-20T09:15:00.000Z' }],
      }),
    ],
  }),
  'somebody in another seat': (request, { id }) => ({
    ...request,
    seats: [...request.seats, aSeat({ id: 'seat2', state: 'filled', practitionerId: id })],
  }),
};

/**
 * Generates practitioners and a request that may refer to one of them. The university may limit each practitioner to
 * one learner in a cohort.
 */
const anyCase = fc
  .record({
    request: anyRequest,
    people: anyPeople,
    meaning: fc.constantFrom(...Object.keys(meanings)),
    who: fc.nat(),
    onePerCohort: fc.boolean(),
  })
  .map(({ request, people, meaning, who, onePerCohort }) => {
    const person = people[who % Math.max(1, people.length)];
    return {
      people,
      request: person === undefined ? request : meanings[meaning]!(request, person),
      universities: universities.map((one) => ({ ...one, onePerCohort })),
    };
  });

const pools = [
  ['scanned', scannedPool],
  ['indexed', indexedPool],
] as const;

test.each(pools)(
  'the best candidates of a pool that is %s are those found by judging everybody',
  (_, poolOf) => {
    fc.assert(
      fc.property(
        anyCase,
        fc.boolean(),
        fc.constantFrom(1, 2, 5, 10, Infinity),
        ({ request, people, universities }, acceptProvisional, most) => {
          const seat = request.seats[0]!;
          const own = { ...policy, acceptProvisional: { value: acceptProvisional, reason: 'test' } };
          const prices = Object.fromEntries(people.slice(0, 3).map(({ id }, n) => [id, 40 * n]));
          const balances = { 'medway-pharmacy>harbour-surgery': 3 };
          const context = { ...noContext, prices, balances, universities };
          const all = rank(request, seat, people, own, TODAY, context);
          const query = seatQueryOf(request, seat, own, TODAY, context);
          const best = bestCandidates(query, poolOf(people), most);
          expect(best.candidates).toEqual(all.candidates.slice(0, most));
          expect(best.eligible).toBe(all.candidates.length);
        },
      ),
      { numRuns: cases(500) },
    );
  },
);

test.each(pools)('a pool that is %s finds exactly those who can take the seat', (_, poolOf) => {
  fc.assert(
    fc.property(anyCase, ({ request, people, universities }) => {
      const seat = request.seats[0]!;
      const context = { ...noContext, universities };
      const query = seatQueryOf(request, seat, policy, TODAY, context);
      expect(poolOf(people).candidates(query)).toEqual(
        people.filter((one) => judge(request, seat, one, policy, TODAY, context).eligible),
      );
    }),
    { numRuns: cases(500) },
  );
});

test.each(pools)('a pool that is %s judges a replaced practitioner by the new values', (_, poolOf) => {
  fc.assert(
    fc.property(anyRequest, anyPeople, anyPractitioner, (request, people, changed) => {
      const ids = new Set(people.map(({ id }) => id));
      const now = { ...changed, id: people[0]?.id ?? changed.id };
      const pool = poolOf(people);
      pool.replace(now);
      const query = seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);
      const others = people.map((one) => (one.id === now.id ? now : one));
      expect(ids.size).toBe(people.length);
      expect(pool.candidates(query)).toEqual(poolOf(others).candidates(query));
    }),
    { numRuns: cases(100) },
  );
});

test('the best candidates of a file are those found by judging everybody, but for personal details', () => {
  fc.assert(
    fc.property(
      anyCase,
      fc.constantFrom(1, 5, Infinity),
      ({ request: asked, people, universities }, most) => {
        // A file holds nobody's address or number, so that it cannot recognise the learner or a named conflict.
        const request = { ...asked, conflicts: [], email: 'a@learner.example', registrationNumber: 'none' };
        const seat = request.seats[0]!;
        const prices = Object.fromEntries(people.slice(0, 3).map(({ id }, n) => [id, 40 * n]));
        const balances = { 'medway-pharmacy>harbour-surgery': 3 };
        const context = { ...noContext, prices, balances, universities };
        const query = seatQueryOf(request, seat, policy, TODAY, context);
        const all = rank(request, seat, people, policy, TODAY, context).candidates;
        const best = bestCandidates(query, supplyFrom(encodeSupply(people, {})).pool(), most);
        const shown = ({ practitioner: { id, version }, cost }: (typeof all)[number]) => ({
          id,
          version,
          cost,
        });
        expect(best.eligible).toBe(all.length);
        expect(best.candidates.map(shown)).toEqual(all.slice(0, most).map(shown));
      },
    ),
    { numRuns: cases(500) },
  );
});
