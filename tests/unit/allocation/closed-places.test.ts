import { expect, test } from 'vitest';
import { allocate } from '../../../shared/matching/allocation/allocate.ts';
import { verify } from '../../../shared/matching/allocation/verify.ts';
import { campaign } from '../../support/allocation/campaign.ts';
import { smallInstance } from '../../support/allocation/small-instance.ts';

test('the proof holds also where many practitioners and quotas have no place at all', () => {
  for (let seed = 0; seed < campaign(300); seed += 1) {
    const small = smallInstance(seed + 9000, { learners: 12, dearest: 20 });
    const instance = {
      ...small,
      pinned: [],
      practitioners: small.practitioners.map((one, n) => (n % 2 === 0 ? { ...one, capacity: 0 } : one)),
      groups: small.groups.map((one, n) => (n === 0 ? { ...one, quota: 0 } : one)),
    };
    const result = allocate(instance);
    expect([seed, result.ok && verify(instance, result.value)]).toEqual([seed, []]);
  }
});
