import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { placeFree } from '../../../shared/matching/requirements/place-free.ts';
import { requirements } from '../../../shared/matching/requirements/all.ts';
import { aPractitioner, aRequest, aSeat, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { universities } = kentAndMedway;

/** Lists the details of a practitioner that a function reads. */
const readBy = (reader: (practitioner: Practitioner) => unknown, practitioner: Practitioner) => {
  const details = new Set<string>();
  reader(
    new Proxy(practitioner, {
      get: (target, detail): unknown => {
        details.add(String(detail));
        return Reflect.get(target, detail);
      },
    }),
  );
  return details;
};

const far = { sites: [{ outcode: 'CT16', town: 'Dover', place: 'east-kent' as const }] };
const { check: _check, ...unchecked } = aPractitioner({ provisional: true });
const practitioners = [
  aPractitioner(),
  aPractitioner({ ...far, mode: 'mixed', leadArea: 'hiv', areas: ['hiv'], leavingOn: '2027-03-01' }),
  aPractitioner({ availableTo: '2027-04-01', placesOffered: 0, state: 'paused', patientFacing: false }),
  unchecked,
];
const strict = universities.map((one) => ({ ...one, onePerCohort: true, remoteAllowed: true }));
const queries = [
  aRequest(),
  aRequest({ remoteAcceptable: true, maxMinutes: 12 }),
  aRequest({ seats: [aSeat({ role: 'practice-supervisor' })] }),
].map((request) =>
  seatQueryOf(request, request.seats[0]!, policy, TODAY, { ...noContext, universities: strict }),
);

describe('practitioners of one kind get one answer', () => {
  test.each(requirements.filter(({ kind }) => kind !== undefined))(
    'the kind of “$name” is made of every detail that the requirement reads',
    ({ meets, kind }) => {
      for (const query of queries)
        for (const practitioner of practitioners) {
          const inKind = readBy((one) => kind?.(one), practitioner);
          const inAnswer = readBy((one) => meets(query, one), practitioner);
          expect([...inAnswer].filter((detail) => !inKind.has(detail))).toEqual([]);
        }
    },
  );

  test('DPPs without a learner or an offer share a kind if they offer equally many places', () => {
    const period = { from: '2027-02-01', to: '2027-07-31' };
    const commitment = { ...period, matchId: 'm', requestId: 'r', seatId: 's', university: 'medway' };
    const pending = { ...period, offerId: 'o', holdsPlace: true };
    const kindOf = (changes: Partial<Practitioner>) => placeFree.kind?.(aPractitioner(changes));
    expect(kindOf({ placesOffered: 2 })).toBe(2);
    expect(kindOf({ commitments: [commitment] })).toBe('dpp1');
    expect(kindOf({ pendingOffers: [pending] })).toBe('dpp1');
    expect(kindOf({ commitments: [commitment], pendingOffers: [pending] })).toBe('dpp1');
  });
});
