import { requirement } from './requirement.ts';

/** Nobody is asked twice for one request, whichever of its seats they were asked for. */
export const notTried = requirement({
  name: 'not-tried',
  label: 'Asked before about this request',
  meets: ({ tried }, { id }) => !tried.has(id),
  compared: ({ tried }, { id }) => ({ wanted: 'not asked before', found: tried.get(id) ?? '' }),
});
