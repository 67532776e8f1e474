import * as z from 'zod';
import { placesUsed } from '../../capacity/capacity.ts';
import { counted } from '../../reference/reference-words.ts';
import { criterion } from './criterion.ts';

const weights = {
  /**
   * Points for the first, second and third concurrent learner; the last number applies to every further
   * learner.
   */
  load: z
    .strictObject({ values: z.tuple([z.int().min(0)], z.int().min(0)).readonly(), reason: z.string().min(1) })
    .default({
      values: [0, 30, 90],
      reason:
        'Each further learner at the same time takes attention from the others, so learners are spread over DPPs.',
    }),
};

/**
 * Points for one more learner, for a practitioner who already has this number of learners in the same period.
 */
export const loadPoints = (
  { values }: { readonly values: readonly [number, ...number[]] },
  learners: number,
): number => values[Math.min(learners, values.length - 1)] ?? values[0];

export const load = criterion(weights, {
  name: 'load',
  label: 'Learners at a time',
  facts: z.object({ learners: z.number() }),
  judge: ({ period, request, policy }, practitioner) => {
    const learners = placesUsed(practitioner, period, { requestId: request.id });
    return { points: loadPoints(policy.load, learners), facts: { learners } };
  },
  toPractitioner: ({ learners }) =>
    learners === 0 ? 'You have no other learner during this learner’s course.' : undefined,
  toTeam: ({ learners }) => [
    learners === undefined ? undefined : `${counted(learners, 'other learner')} in that period`,
  ],
});
