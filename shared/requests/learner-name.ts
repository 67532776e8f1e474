import { firstNameOf } from '../people/first-name.ts';
import type { SupervisionRequest } from './request.ts';

type Named = Pick<SupervisionRequest, 'requestedBy' | 'requesterName' | 'learnerName'>;

/** The learner's whole name; undefined while an employer has not said who the learner will be. */
export const learnerName = ({ requestedBy, requesterName, learnerName: named }: Named): string | undefined =>
  requestedBy === 'learner' ? requesterName : named;

/** The learner's first name; undefined while an employer has not said who the learner will be. */
export const learnerFirstName = (request: Named): string | undefined => {
  const name = learnerName(request);
  return name === undefined ? undefined : firstNameOf(name);
};
