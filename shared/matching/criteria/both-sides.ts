import { wordsOf } from '../../reference/reference-words.ts';

/** Words for the programme team: both values of a comparison or, if they are equal, that value once. */
export const bothSides = (
  practitioner: string | undefined,
  learner: string | undefined,
): readonly string[] => {
  if (practitioner === undefined || learner === undefined) return [];
  return practitioner === learner
    ? [`both ${wordsOf(learner)}`]
    : [`DPP: ${wordsOf(practitioner)}`, `learner: ${wordsOf(learner)}`];
};
