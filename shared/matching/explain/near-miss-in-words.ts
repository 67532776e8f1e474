import { type NearMiss, nearMisses } from '../requirements/all.ts';

/** Puts a near miss into a sentence for the learner. It gives counts, never names. */
export const nearMissInWords = (nearMiss: NearMiss): string =>
  nearMisses.map(({ inWords }) => inWords(nearMiss)).find((words) => words !== undefined) ?? nearMiss.change;
