import { requirement } from './requirement.ts';

/**
 * No practitioner is asked twice about one request, even if the second time is about another of its seats.
 */
export const notTried = requirement({
  name: 'not-tried',
  label: 'Asked before about this request',
  meets: ({ tried }, { id }) => !tried.has(id),
  compared: ({ tried }, { id }) => ({ wanted: 'not asked before', found: tried.get(id) ?? '' }),
});
