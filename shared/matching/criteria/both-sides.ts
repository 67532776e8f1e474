/** Words for the programme team: both values of a comparison or, if they are equal, that value once. */
export const bothSides = (
  practitioner: string | undefined,
  learner: string | undefined,
  inWords: (id: string) => string,
): readonly string[] => {
  if (practitioner === undefined || learner === undefined) return [];
  return practitioner === learner
    ? [`both ${inWords(learner)}`]
    : [`DPP: ${inWords(practitioner)}`, `learner: ${inWords(learner)}`];
};
