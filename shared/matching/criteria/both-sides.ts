import { wordsOf } from '../../reference/reference-words.ts';

/** Both values of a comparison for the programme team, or once the value that they share. */
export const bothSides = (
  practitioner: string | undefined,
  learner: string | undefined,
): readonly string[] => {
  if (practitioner === undefined || learner === undefined) return [];
  return practitioner === learner
    ? [`both ${wordsOf(learner)}`]
    : [`DPP: ${wordsOf(practitioner)}`, `learner: ${wordsOf(learner)}`];
};
