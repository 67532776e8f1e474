import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { aPractitioner, aRequest, aSeat } from '../builders.ts';

/** Dates of courses that start in September 2027, so that no learner is urgent. */
export const autumn = {
  courseStart: '2027-09-06',
  courseEnd: '2028-02-28',
  applicationsClose: '2027-06-21',
  signOffNeededBy: '2027-06-07',
} as const;

export const learner = (id: string, changes: Partial<SupervisionRequest> = {}): SupervisionRequest =>
  aRequest({
    id,
    email: `${id}@learner.example`,
    registrationNumber: `2${id.padStart(6, '0')}`,
    seats: [aSeat({ id: `${id}-1` })],
    ...autumn,
    ...changes,
  });

export const dpp = (id: string, changes: Partial<Practitioner> = {}): Practitioner =>
  aPractitioner({
    id,
    name: `Person ${id}`,
    email: `${id}@dpp.example`,
    registrationNumber: `9${id}`,
    ...changes,
  });
