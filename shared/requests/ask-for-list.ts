import { type AskForSupervision, type ListedLearner, listedLearnerSchema } from './request.ts';

/** A list of an employer: common answers, those of the learners, and their number. */
export interface AskForList {
  readonly ask: AskForSupervision;
  /** Absent for a list of one, which is a request like any other. */
  readonly listed?: ListedLearner[];
}

const fields = Object.keys(listedLearnerSchema.shape);

const listedIn = (ask: AskForSupervision): ListedLearner =>
  listedLearnerSchema.parse(
    Object.fromEntries(Object.entries(ask).filter(([name]) => fields.includes(name))),
  );

/** Names of the answers that a learner may lack, so that no learner gets them from another one. */
const mayBeAbsent = Object.entries(listedLearnerSchema.shape).flatMap(([name, schema]) =>
  schema.safeParse(undefined).success ? [name] : [],
);

/**
 * Joins what an employer asks for each learner of a list into one request. Its own details are those of the learner whose
 * DPP has to sign first.
 * @throws if the list is empty
 */
export const askForList = (asks: readonly AskForSupervision[]): AskForList => {
  const [first] = asks.toSorted((one, other) => (one.signOffNeededBy < other.signOffNeededBy ? -1 : 1));
  if (first === undefined) throw new Error('a list has a learner');
  if (asks.length === 1) return { ask: first };
  const ask = { ...first, learners: asks.length };
  for (const name of mayBeAbsent) Reflect.deleteProperty(ask, name);
  return { ask, listed: asks.map(listedIn) };
};
