import { addDays, londonDay } from '../kernel/time.ts';
import type { SupervisionRequest } from './request.ts';
import { kindOf } from './request-kind.ts';

/** Days after the start of a foundation year by which a DPP is reported; requests made later come first. */
const REPORTED_DAYS = 13 * 7;

/**
 * Whether a request comes before all others and is sought until the course ends: its DPP has left, its learner is on the
 * course already, or its foundation trainee asked after the day by which a DPP is reported.
 */
export const comesFirst = (
  request: Pick<SupervisionRequest, 'kind' | 'reopenedAt' | 'createdAt' | 'courseStart'>,
): boolean => {
  const { reopenedAt, createdAt, courseStart } = request;
  const kind = kindOf(request);
  return (
    reopenedAt !== undefined ||
    kind === 'on-course' ||
    (kind === 'foundation-year' && londonDay(createdAt) > addDays(courseStart, REPORTED_DAYS))
  );
};
