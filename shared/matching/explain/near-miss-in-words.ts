import { type NearMiss, nearMisses } from '../requirements/all.ts';

/** What one change would open, as a sentence to the learner: counts, never names. */
export const nearMissInWords = (nearMiss: NearMiss): string =>
  nearMisses.map(({ inWords }) => inWords(nearMiss)).find((words) => words !== undefined) ?? nearMiss.change;
