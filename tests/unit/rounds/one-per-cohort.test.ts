import { describe, expect, it } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { roundInstance } from '../../../shared/rounds/round-instance.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { TODAY } from '../../support/builders.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { universities } = kentAndMedway;

const strict = universities.map((one) => (one.id === 'medway' ? { ...one, onePerCohort: true } : one));

const solve = (requests: readonly SupervisionRequest[], places: number, rule: boolean) => {
  const { instance, hosts } = roundInstance(
    requests,
    [dpp('d1', { placesOffered: places })],
    roundPolicy,
    TODAY,
    {
      judge: { ...noContext, universities: rule ? strict : universities },
      seed: 'seed',
      carriedOver: new Set(),
      kept: [],
      roles: ['dpp'],
      extra: () => [],
    },
  );
  const solved = allocate(instance);
  if (!solved.ok) throw new Error(JSON.stringify(solved.refusal));
  return solved.value.assignments.map((one) => ({ ...one, practitioner: hosts.get(one.practitioner) }));
};
const placed = (...given: Parameters<typeof solve>) => solve(...given).map(({ learner: id }) => id);

describe('a university that lets a DPP take one learner of a cohort', () => {
  const cohort = [learner('a'), learner('b')];

  it('has two of its new learners kept apart by a round', () => {
    expect(placed(cohort, 2, false)).toHaveLength(2);
    expect(placed(cohort, 2, true)).toHaveLength(1);
  });

  it('says nothing about learners of other universities, who share the other places', () => {
    const others = ['c', 'd', 'e'].map((id) => learner(id, { university: 'brighton' }));
    const all = solve([...cohort, ...others], 3, true);
    expect(all).toHaveLength(3);
    expect(all.filter(({ learner: id }) => ['a', 'b'].includes(id)).length).toBeLessThanOrEqual(1);
    expect(new Set(all.map(({ practitioner }) => practitioner))).toEqual(new Set(['d1']));
  });

  it('never lets its cohorts together have more than the places there are', () => {
    const later = ['c', 'd'].map((id) => learner(id, { courseStart: '2027-09-20' }));
    expect(placed([...cohort, ...later], 1, true)).toHaveLength(1);
    expect(placed([...cohort, ...later], 3, true)).toHaveLength(2);
  });
});
