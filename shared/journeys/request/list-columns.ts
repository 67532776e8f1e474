import type { Journey, Question } from '../question.ts';

/** Questions that the employer answers once for all learners of a list. */
const ONCE: ReadonlySet<string> = new Set([
  'requesterName',
  'email',
  'organisation',
  'employerSupport',
  'nmpLeadName',
  'nmpLeadEmail',
  'ownDpp',
  'canOffer',
]);

/** Questions that a list does not ask: they follow from it, or are answered when it is sent. */
const NOT_IN_LIST: ReadonlySet<string> = new Set(['requestedBy', 'learners', 'consent']);

/** Headings of columns, where the question itself would be too long for one. */
const HEADINGS: Readonly<Record<string, string>> = {
  kind: 'Kind of request',
  outcomes: 'Learning outcomes',
  learnerName: 'Name of learner',
  outcode: 'Postcode of workplace',
  scope: 'Scope of practice',
  setting: 'Setting',
  courseStart: 'Course starts',
  courseEnd: 'Supervision finished by',
  applicationsClose: 'Applications close',
  signOffNeededBy: 'Signature needed by',
  hours: 'Supervised hours',
  namedDppHours: 'Hours with the named DPP',
  days: 'Days free',
  maxMinutes: 'Minutes of travel',
  remoteAcceptable: 'Remote possible',
  spokeHours: 'Hours at other sites',
  onePersonReason: 'Reason for one person in both roles',
};

/** A column of a list of learners: a question that is answered for each of them. */
export interface ListColumn {
  readonly heading: string;
  readonly question: Question;
}

const questionsOf = ({ steps }: Pick<Journey, 'steps'>): readonly Question[] =>
  steps.flatMap(({ questions }) => questions);

/** The questions of the request that the employer answers once for all learners of a list. */
export const askedOnce = (journey: Pick<Journey, 'steps'>): readonly Question[] =>
  questionsOf(journey).filter(({ name }) => ONCE.has(name));

/** The columns of a list of learners, in the order of the form. People with a tie cannot be named in a list. */
export const listColumns = (journey: Pick<Journey, 'steps'>): readonly ListColumn[] =>
  questionsOf(journey)
    .filter(({ name, kind }) => !ONCE.has(name) && !NOT_IN_LIST.has(name) && kind !== 'people')
    .map((question) => ({ question, heading: HEADINGS[question.name] ?? question.label }));
