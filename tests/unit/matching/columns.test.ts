import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/domain/practitioner.ts';
import { askOf, noContext } from '../../../shared/matching/ask.ts';
import { bestWithin, nearMissesWithin } from '../../../shared/matching/best.ts';
import { columnsOf, worthJudging } from '../../../shared/matching/columns.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { clinicalAreaIds } from '../../../shared/reference/clinical-areas.ts';
import { outcodes } from '../../../shared/reference/outcodes.ts';
import { aPractitioner, aRequest, aSeat, TODAY } from '../../support/builders.ts';

const anySite = fc.constantFrom(...outcodes).map(({ outcode, town, place }) => ({ outcode, town, place }));
const elsewhere = { outcode: 'ZZ1', town: 'Elsewhere', place: 'east-kent' as const };

const anyPractitioner = fc
  .record({
    id: fc.uuid(),
    state: fc.constantFrom('listed' as const, 'listed' as const, 'listed' as const, 'paused' as const),
    sites: fc.array(
      fc.oneof({ weight: 9, arbitrary: anySite }, { weight: 1, arbitrary: fc.constant(elsewhere) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    leadArea: fc.constantFrom(...clinicalAreaIds),
    profession: fc.constantFrom('pharmacist' as const, 'dietitian' as const, 'doctor' as const),
    supervisesProfessions: fc.subarray(['pharmacist', 'nurse'] as const).map((ids) => [...ids]),
    seatRoles: fc
      .subarray(['dpp', 'practice-assessor', 'practice-supervisor'] as const)
      .map((ids) => [...ids]),
    mode: fc.constantFrom('mixed' as const, 'in-person' as const),
    patientFacing: fc.boolean(),
    provisional: fc.boolean(),
    checked: fc.boolean(),
    placesOffered: fc.integer({ min: 0, max: 2 }),
    hoursPerWeek: fc.integer({ min: 0, max: 8 }),
    confirmedAt: fc.constantFrom(
      '2026-11-01T09:05:00.000Z',
      '2026-07-24T09:05:00.000Z',
      '2026-07-25T00:00:00.000Z',
    ),
    pending: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ checked, pending, ...changes }): Practitioner => {
    const { check, ...one } = aPractitioner({
      ...changes,
      email: `${changes.id}@dpp.example`,
      registrationNumber: changes.id,
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
    maxMiles: fc.integer({ min: 0, max: 60 }),
    remoteAcceptable: fc.boolean(),
    leadArea: fc.constantFrom(...clinicalAreaIds),
    role: fc.constantFrom('dpp' as const, 'practice-supervisor' as const),
  })
  .map(({ role, ...changes }) =>
    aRequest({ ...changes, areas: [changes.leadArea], seats: [aSeat({ role })] }),
  );

test('the best by columns, and what one change would open, are what judging everybody says', () =>
  fc.assert(
    fc.property(
      anyRequest,
      anyPeople,
      fc.boolean(),
      fc.integer({ min: 1, max: 12 }),
      (request, people, acceptProvisional, most) => {
        const seat = request.seats[0]!;
        const own = { ...policy, acceptProvisional: { value: acceptProvisional, reason: 'test' } };
        const prices = Object.fromEntries(people.slice(0, 3).map(({ id }, n) => [id, 40 * n]));
        const balances = { 'medway-pharmacy>harbour-surgery': 3 };
        const context = { ...noContext, prices, balances };
        const columns = columnsOf(people);
        const all = rank(request, seat, people, own, TODAY, context);
        const best = bestWithin(request, seat, columns, own, TODAY, most, context);
        expect(best.candidates).toEqual(all.candidates.slice(0, most));
        expect(best.eligible).toBe(all.candidates.length);
        expect(nearMissesWithin(request, seat, columns, own, TODAY)).toEqual(all.nearMisses);
      },
    ),
    { numRuns: 300 },
  ));

test('nobody who can take the seat is passed over', () =>
  fc.assert(
    fc.property(anyRequest, anyPeople, (request, people) => {
      const seat = request.seats[0]!;
      const kept = new Set(
        worthJudging(columnsOf(people), askOf(request, seat, policy, TODAY, noContext), 0),
      );
      people.forEach((one, position) => {
        if (judge(request, seat, one, policy, TODAY).eligible) expect(kept.has(position)).toBe(true);
      });
    }),
  ));
