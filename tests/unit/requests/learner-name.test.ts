import { expect, it } from 'vitest';
import { learnerFirstName, learnerName } from '../../../shared/requests/learner-name.ts';
import { aRequest } from '../../support/builders.ts';

it('a learner who asks is the requester', () => {
  const request = aRequest({ requestedBy: 'learner', requesterName: 'Dr Amara Okafor' });
  expect(learnerName(request)).toBe('Dr Amara Okafor');
  expect(learnerFirstName(request)).toBe('Amara');
});

it('a learner for whom an employer asks is the person the employer names', () => {
  const request = aRequest({
    requestedBy: 'employer',
    requesterName: 'Erin Employer',
    learnerName: 'Dr Amara Okafor',
  });
  expect(learnerName(request)).toBe('Dr Amara Okafor');
  expect(learnerFirstName(request)).toBe('Amara');
});

it('a learner whom the employer has not named has no name', () => {
  const request = aRequest({ requestedBy: 'employer', requesterName: 'Erin Employer' });
  expect(learnerName(request)).toBeUndefined();
  expect(learnerFirstName(request)).toBeUndefined();
});
