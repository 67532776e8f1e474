import { describe, expect, it } from 'vitest';
import { bestCandidates } from '../../../shared/matching/best-candidates.ts';
import { encodeSupply } from '../../../shared/matching/index/encode-supply.ts';
import { withoutDetails } from '../../../shared/matching/index/scanned-facts.ts';
import { supplyFrom } from '../../../shared/matching/index/supply-pool.ts';
import { unmetRequirements } from '../../../shared/matching/requirements/unmet-requirements.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { crowd } from '../../support/directory/crowd.ts';
import { noContext } from '../../support/no-context.ts';

const somebody = aPractitioner({
  phone: '07700 900123',
  justification: 'a justification',
  employerApprover: 'Erin Employer',
  conflictsDeclared: 'a conflict',
  backUpName: 'Bea Backup',
  backUpEmail: 'bea@dpp.example',
  nextYearReason: 'a reason',
  organisation: {
    id: 'harbour-surgery',
    name: 'Harbour Surgery',
    employer: { id: 'own', name: 'Owner Ltd' },
  },
});

const query = () => {
  const request = aRequest();
  return seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);
};

describe('the file that matching scans', () => {
  it('holds no personal details', () => {
    const text = new TextDecoder('latin1').decode(encodeSupply([somebody], {}));
    for (const detail of [
      somebody.name,
      somebody.email,
      somebody.registrationNumber,
      somebody.phone,
      somebody.justification,
      somebody.employerApprover,
      somebody.conflictsDeclared,
      somebody.backUpName,
      somebody.backUpEmail,
      somebody.nextYearReason,
      'Harbour Surgery',
      'Owner Ltd',
      'Team Example',
    ])
      expect(text).not.toContain(detail);
    expect(text).toContain('dpp1');
  });

  it('gives back everything else', () => {
    const people = [somebody, ...crowd].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const supply = supplyFrom(encodeSupply(people, { note: 'kept' }));
    expect(people.map((_, row) => supply.practitionerAt(row))).toEqual(people.map(withoutDetails));
    expect(supply.ids()).toEqual(people.map(({ id }) => id));
    expect([...supply.versions]).toEqual(people.map(({ version }) => version));
    expect(supply.facts).toMatchObject({ note: 'kept', rows: people.length });
  });

  it('knows the places that were lent to a neighbouring system', () => {
    const lentPlaces = [{ loanId: 'loan1', borrower: 'sussex', from: '2027-02-01', to: '2027-07-31' }];
    const supply = supplyFrom(encodeSupply([{ ...somebody, lentPlaces }], {}));
    expect(supply.pool().candidates(query())).toEqual([]);
    expect(supply.practitionerAt(0).lentPlaces).toEqual(lentPlaces);
  });

  it('leaves out everybody who is not listed', () => {
    expect(supplyFrom(encodeSupply([aPractitioner({ state: 'paused' })], {})).rows).toBe(0);
    expect(bestCandidates(query(), supplyFrom(encodeSupply([], {})).pool(), 10)).toEqual({
      candidates: [],
      eligible: 0,
    });
  });

  it('proposes a practitioner whose row has changed since by the new values', () => {
    const supply = supplyFrom(encodeSupply([somebody], {}));
    const pool = supply.pool();
    expect(pool.candidates(query())).toHaveLength(1);
    pool.replace({ ...somebody, placesOffered: 0 });
    expect(pool.candidates(query())).toEqual([]);
    expect(supply.pool().candidates(query())).toHaveLength(1);
    pool.replace(somebody);
    expect(pool.candidates(query())).toEqual([somebody]);
  });

  it('finds everybody who misses at most one requirement', () => {
    const supply = supplyFrom(encodeSupply(crowd, {}));
    const singles = (people: readonly Practitioner[]) =>
      people
        .filter((one) => unmetRequirements(query(), one, 2).length < 2)
        .map(({ id }) => id)
        .toSorted();
    expect(singles(supply.nearly(query()))).toEqual(singles(crowd));
    expect(singles(crowd).length).toBeGreaterThan(0);
    expect(supply.nearly(query()).length).toBeLessThan(crowd.length);
  });

  it('takes a few bytes a practitioner, besides the id', () => {
    const many = Array.from({ length: 20 }, (_, copy) =>
      crowd.map((one) => ({ ...one, id: `${one.id}x${String(copy)}` })),
    ).flat();
    const own = many.reduce((sum, { id }) => sum + id.length, 0);
    expect((encodeSupply(many, {}).length - own) / many.length).toBeLessThan(50);
  });
});
