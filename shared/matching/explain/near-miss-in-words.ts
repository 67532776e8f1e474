import { type NearMiss, nearMisses } from '../requirements/all.ts';

/** A near miss as a sentence to the learner. It gives counts, never names. */
export const nearMissInWords = (nearMiss: NearMiss): string =>
  nearMisses.map(({ inWords }) => inWords(nearMiss)).find((words) => words !== undefined) ?? nearMiss.change;
