import type { SupervisionRequest } from './request.ts';
import type { Instant } from '../kernel/time.ts';

/** Name and number of the learner of a request. */
export interface LearnerNamed {
  readonly learnerName: string;
  /** Number in the register of the profession; absent for a foundation trainee who has none yet. */
  readonly registrationNumber?: string;
}

/**
 * Whether an employer can still say who the learner of a request is. Learners for whom one request asks together are named
 * once each has a request of their own.
 */
export const mayNameLearner = ({
  requestedBy,
  learnerName,
  learners,
  group,
  state,
}: SupervisionRequest): boolean =>
  requestedBy === 'employer' &&
  learnerName === undefined &&
  (learners === undefined || group !== undefined) &&
  ['waiting-for-support', 'open', 'paused', 'matched'].includes(state);

/** Names the learner of a request. It keeps its place in the queue, its seats and its DPP. */
export const withLearnerNamed = (
  request: SupervisionRequest,
  { learnerName, registrationNumber }: LearnerNamed,
  now: Instant,
): SupervisionRequest => ({
  ...request,
  learnerName,
  ...(registrationNumber === undefined ? {} : { registrationNumber }),
  updatedAt: now,
});
