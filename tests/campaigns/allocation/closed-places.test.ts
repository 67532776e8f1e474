import { expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { cases } from '../../support/campaign.ts';
import { smallInstance } from '../../support/allocation/small-instance.ts';

test('the proof holds also where many practitioners and quotas have no places', () => {
  for (let seed = 0; seed < cases(300); seed += 1) {
    const small = smallInstance(seed + 9000, { learners: 12, dearest: seed % 3 === 0 ? 20 : 2 });
    const instance = {
      ...small,
      pinned: [],
      practitioners: small.practitioners.map((one, n) => (n % 2 === 0 ? { ...one, capacity: 0 } : one)),
      groups: small.groups.map((one, n) => ({ ...one, quota: n % 2 === 0 ? 0 : 1 })),
    };
    const result = allocate(instance);
    if (!result.ok) throw new Error(result.refusal.problem);
    expect([seed, verify(instance, result.value)]).toEqual([seed, []]);
    const priced = result.value.certificate.prices.map(({ id }) => id);
    expect(priced).toEqual(priced.toSorted());
  }
});
