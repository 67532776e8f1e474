import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { notExcluded } from '../../../shared/matching/requirements/not-excluded.ts';
import { notTried } from '../../../shared/matching/requirements/not-tried.ts';
import { meetsAll, unmetRequirements } from '../../../shared/matching/requirements/unmet-requirements.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';

const request = aRequest();
const query = seatQueryOf(request, request.seats[0]!, policy, TODAY, noContext);

describe('the requirements of a pair', () => {
  it.each<[string, Practitioner, readonly string[]]>([
    ['fits', aPractitioner(), []],
    ['misses one', aPractitioner({ state: 'paused' }), ['listed']],
  ])('are all met only by a practitioner who %s', (_, practitioner, unmet) => {
    expect(meetsAll(query, practitioner)).toBe(unmet.length === 0);
    expect(unmetRequirements(query, practitioner).map(({ name }) => name)).toEqual(unmet);
  });
});

describe('the values compared of a practitioner who is not excluded and was not asked', () => {
  it.each([
    ['exclusion', notExcluded, 'not excluded'],
    ['earlier offers', notTried, 'not asked before'],
  ])('are empty: %s', (_, { compared }, wanted) => {
    expect(compared(query, aPractitioner())).toEqual({ wanted, found: '' });
  });
});
