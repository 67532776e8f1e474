import type { Instance } from '../../../shared/allocation/instance.ts';

/**
 * An instance written by hand, with six learners who are placed or not for different reasons. The town takes three
 * learners: Ann, Cat and Dan. Bob is placed outside the town, at `away`, at a cost in the worst band. Fay could be
 * placed only in the town but is last in the published order. Eve has no eligible practitioner.
 */
export const county: Instance = {
  seed: 'county',
  learners: [
    { id: 'ann', priority: 1 },
    { id: 'bob', priority: 2 },
    { id: 'cat', priority: 3 },
    { id: 'dan', priority: 4 },
    { id: 'eve', priority: 5 },
    { id: 'fay', priority: 6 },
  ],
  practitioners: [
    { id: 'near', capacity: 2, group: 'town', loadPenalty: [10, 40] },
    { id: 'side', capacity: 1, group: 'town' },
    { id: 'far', capacity: 2, group: 'town' },
    { id: 'away', capacity: 5, group: 'coast', loadPenalty: [] },
  ],
  groups: [
    { id: 'town', quota: 3, parent: 'county' },
    { id: 'coast', quota: 5, parent: 'county' },
    { id: 'county', quota: 9 },
  ],
  limits: [{ id: 'clinic', quota: 2, practitioners: ['near', 'side'] }],
  pairs: [
    { learner: 'ann', practitioner: 'near', cost: 10 },
    { learner: 'ann', practitioner: 'far', cost: 60 },
    { learner: 'bob', practitioner: 'near', cost: 20 },
    { learner: 'bob', practitioner: 'away', cost: 300 },
    { learner: 'cat', practitioner: 'near', cost: 5 },
    { learner: 'cat', practitioner: 'far', cost: 8 },
    { learner: 'dan', practitioner: 'far', cost: 1 },
    { learner: 'dan', practitioner: 'near', cost: 1 },
    { learner: 'fay', practitioner: 'near', cost: 1 },
    { learner: 'fay', practitioner: 'side', cost: 2 },
  ],
  pinned: [],
  worstBandOver: 200,
};
