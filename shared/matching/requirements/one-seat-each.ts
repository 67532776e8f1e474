import { requirement } from './requirement.ts';

/** One person fills two seats of a request only where the learner gave a reason. */
export const oneSeatEach = requirement({
  name: 'one-seat-each',
  label: 'Two different people',
  meets: ({ request, inOtherSeats }, { id }) =>
    !inOtherSeats.has(id) || request.onePersonReason !== undefined,
  compared: () => ({ wanted: 'two different people', found: 'in another seat' }),
});
