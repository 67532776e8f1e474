import { describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { parseInstance } from '../../../shared/allocation/instance.ts';

const whole = {
  seed: '2027-spring',
  learners: [
    { id: 'l1', priority: 1 },
    { id: 'l2', priority: 1 },
  ],
  practitioners: [
    { id: 'd1', group: 'A', capacity: 1, loadPenalty: [0, 30] },
    { id: 'd2', group: 'A', capacity: 1 },
    { id: 'd3', group: 'B', capacity: 1 },
    { id: 'd4', capacity: 1 },
  ],
  groups: [
    { id: 'A', parent: 'R', quota: 9 },
    { id: 'B', parent: 'R', quota: 9 },
    { id: 'R', quota: 1_000_000 },
  ],
  pairs: [
    { learner: 'l1', practitioner: 'd1', cost: 12 },
    { learner: 'l2', practitioner: 'd1', cost: 12 },
  ],
};

const trouble = (changes: object): string => {
  const instance = parseInstance({ ...whole, ...changes });
  const result = instance.ok ? allocate(instance.value) : instance;
  return result.ok ? 'accepted' : `${result.refusal.field}: ${result.refusal.problem}`;
};

const limit = (id: string, ...practitioners: string[]) => ({ id, quota: 1, practitioners });
const cost = (value: unknown) => ({ pairs: [{ learner: 'l1', practitioner: 'd1', cost: value }] });

describe('an instance is refused, naming the field', () => {
  test.each<[string, object]>([
    ['accepted', {}],
    ['accepted', { limits: [limit('m', 'd1', 'd2'), limit('n', 'd1', 'd2', 'd3')], groups: whole.groups }],
    ['seed: is missing', { seed: undefined }],
    ['seed: must not be empty', { seed: '' }],
    ['pairs[0].cost: must be a whole number', cost(1.5)],
    ['pairs[0].cost: must be a whole number', cost('12')],
    ['pairs[0].cost: must be 0 or more', cost(-1)],
    ['pairs[0].cost: is missing', cost(undefined)],
    ['pairs: must be a list', { pairs: {} }],
    ['learners[0]: must be an object', { learners: ['l1'] }],
    ['learners[0].id: must be text', { learners: [{ id: 7, priority: 1 }] }],
    ['learners[0].id: must be at most 200 characters', { learners: [{ id: 'x'.repeat(201), priority: 1 }] }],
    ['seed: must be at most 1000 characters', { seed: 'x'.repeat(1001) }],
    ['pairs[0].cost: must be at most 9007199254740991', cost(2 ** 60)],
    ['worstBandOver: must be 0 or more', { worstBandOver: -1 }],
    ['instance: has a field that is not known: "pair"', { pair: [] }],
    ['learners[0].priority: must be a whole number', { learners: [{ id: 'l1', priority: 0.5 }] }],
    ['learners[1].id: "l1" is given twice', { learners: [whole.learners[0], whole.learners[0]] }],
    ['groups[0].id: "d1" is given twice', { groups: [{ id: 'd1', quota: 1 }] }],
    ['practitioners[0].group: there is no group "A"', { groups: [] }],
    ['groups[0].parent: there is no group "R"', { groups: whole.groups.slice(0, 2) }],
    [
      'groups[0].parent: the group lies, through its parents, under itself',
      { groups: [...whole.groups.slice(0, 2), { id: 'R', quota: 1, parent: 'A' }] },
    ],
    [
      'pairs[0].learner: there is no learner "l7"',
      { pairs: [{ learner: 'l7', practitioner: 'd1', cost: 1 }] },
    ],
    [
      'pairs[0].practitioner: there is no practitioner "A"',
      { pairs: [{ learner: 'l1', practitioner: 'A', cost: 1 }] },
    ],
    [
      'pairs[1]: the pair of "l1" and "d1" is given twice',
      { pairs: [whole.pairs[0], { learner: 'l1', practitioner: 'd1', cost: 99 }] },
    ],
    [
      'practitioners[0].loadPenalty: must not decrease: each further learner costs at least as much as the one before',
      { practitioners: [{ id: 'd1', capacity: 2, loadPenalty: [30, 0] }] },
    ],
    ['limits[0].practitioners[0]: there is no practitioner "A"', { limits: [limit('m', 'A')] }],
    ['limits[0].practitioners[1]: there is no practitioner "d9"', { limits: [limit('m', 'd1', 'd9')] }],
    ['limits[0].practitioners[1]: "d1" is given twice', { limits: [limit('m', 'd1', 'd1')] }],
    [
      'limits[0]: limit "m" crosses "A": they share practitioners, and each holds others',
      { limits: [limit('m', 'd1', 'd3')] },
    ],
    [
      'limits[1]: limit "n" crosses "m": they share practitioners, and each holds others',
      { limits: [limit('m', 'd1', 'd2', 'd3'), limit('n', 'd3', 'd4')] },
    ],
    ['pinned[0]: the pair is not among the pairs', { pinned: [{ learner: 'l1', practitioner: 'd2' }] }],
    ['pinned[0].learner: there is no learner "l7"', { pinned: [{ learner: 'l7', practitioner: 'd1' }] }],
    [
      'pinned[0].practitioner: there is no practitioner "d9"',
      { pinned: [{ learner: 'l1', practitioner: 'd9' }] },
    ],
    [
      'pinned[1]: too many pinned pairs: "d1" takes at most 1',
      { pinned: whole.pairs.map(({ learner, practitioner }) => ({ learner, practitioner })) },
    ],
    [
      'pinned[0]: too many pinned pairs: "R" takes at most 0',
      {
        pinned: [{ learner: 'l1', practitioner: 'd1' }],
        groups: [...whole.groups.slice(0, 2), { id: 'R', quota: 0 }],
      },
    ],
    ['pairs: the costs are too large to be added up exactly', cost(Number.MAX_SAFE_INTEGER)],
  ])('%s', (expected, changes) => expect(trouble(changes)).toBe(expected));
});
