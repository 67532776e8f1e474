import { describe, expect, it } from 'vitest';
import { policy } from '../../../shared/matching/policy.ts';
import { readPolicyFile, roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const weight = (value: unknown, reason: unknown = 'a trial') => ({ value, reason });
const read = (file: object) =>
  readPolicyFile({ version: 'what-if', ...file }, kentAndMedway.geography, roundPolicy);

describe('a policy file', () => {
  it('keeps the settings that it does not name', () => {
    expect(read({}).data).toEqual({ ...roundPolicy, version: 'what-if' });
    expect(read({ pairs: { otherPlace: weight(7) } }).data).toEqual({
      ...roundPolicy,
      version: 'what-if',
      pairs: { ...roundPolicy.pairs, otherPlace: weight(7) },
    });
  });

  it('may change the order, the quotas and the worst band', () => {
    const changes = {
      signOffBands: { values: [10], reason: 'a trial' },
      waitingBands: { values: [], reason: 'a trial' },
      apartFromSignOff: weight(0),
      worstBandOver: weight(300),
      quotas: {
        system: weight(5),
        places: { 'east-kent': weight(0) },
        organisations: { trust: weight(1) },
      },
    };
    expect(read(changes).data).toMatchObject(changes);
    expect(read({ pairs: { load: { values: [5], reason: 'a trial' } } }).data?.pairs.load.values).toEqual([
      5,
    ]);
  });

  it.each<[string, object]>([
    ['a version', { version: '' }],
    ['only fields that are known', { pair: {} }],
    ['only weights that are known', { pairs: { otherPlaces: weight(1) } }],
    ['whole points', { pairs: { otherPlace: weight(1.5) } }],
    ['points of 0 or more', { pairs: { otherPlace: weight(-1) } }],
    ['a reason beside a weight', { pairs: { otherPlace: weight(1, '') } }],
    ['only a value and a reason in a weight', { pairs: { otherPlace: { ...weight(1), unit: 'x' } } }],
    ['a load for the first learner', { pairs: { load: { values: [], reason: 'a trial' } } }],
    ['loads of 0 or more', { pairs: { load: { values: [0, -1], reason: 'a trial' } } }],
    ['a first load of 0 or more', { pairs: { load: { values: [-1], reason: 'a trial' } } }],
    ['a reason for loads', { pairs: { load: { values: [0], reason: '' } } }],
    ['yes or no to provisional listings', { pairs: { acceptProvisional: weight(1) } }],
    ['a reason for provisional listings', { pairs: { acceptProvisional: weight(true, '') } }],
    ['a version of the weights', { pairs: { version: '' } }],
    ['days in its bands', { signOffBands: { values: [-1], reason: 'a trial' } }],
    ['a reason for its bands', { waitingBands: { values: [1], reason: '' } }],
    ['bands with values', { waitingBands: { reason: 'a trial' } }],
    ['a reason beside a quota', { quotas: { places: {}, organisations: { trust: weight(1, '') } } }],
    ['quotas of 0 or more', { quotas: { system: weight(-1), places: {}, organisations: {} } }],
    ['quotas of places that there are', { quotas: { places: { nowhere: weight(1) }, organisations: {} } }],
    ['both kinds of quotas', { quotas: { places: {} } }],
    ['only quotas that are known', { quotas: { places: {}, organisations: {}, towns: {} } }],
  ])('has %s', (_, file) => {
    expect(read(file).success).toBe(false);
  });

  it('names itself', () => {
    expect(readPolicyFile({}, kentAndMedway.geography, roundPolicy).success).toBe(false);
  });

  it('is read over the policy in force: that of pairs, with no quotas', () => {
    expect(roundPolicy.pairs).toEqual(policy);
    expect(roundPolicy).toMatchObject({
      version: `${policy.version}-r1`,
      quotas: { places: {}, organisations: {} },
      signOffBands: { values: [28, 56, 84] },
      waitingBands: { values: [60, 30] },
      apartFromSignOff: { value: 400 },
    });
    expect(roundPolicy.quotas).not.toHaveProperty('system');
  });
});
