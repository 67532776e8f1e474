import { checkJourney, type Checked } from '../../../shared/journeys/check-journey.ts';
import type { Answers, Journey, Question, QuestionStep } from '../../../shared/journeys/question.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { isTaken, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { agreedFields } from '../../../shared/requests/change-answers.ts';
import { CHECK_ANSWERS } from '../../web/journeys/journey-pages.ts';

/** Beginning of the address of a page that changes answers, before the name of the form's page. */
const CHANGE = 'change-';
const DATES = 'move-dates';

/** Answers with a way of their own to change: the address is confirmed, and learners are counted. */
const elsewhere: readonly string[] = ['requestedBy', 'email', 'learners'];
const ofLead: readonly string[] = ['nmpLeadName', 'nmpLeadEmail'];
const ofDates: readonly string[] = ['courseStart', 'courseEnd', 'applicationsClose', 'signOffNeededBy'];

const hasAgreed = ({ seats }: SupervisionRequest): boolean => seats.some(({ state }) => state === 'filled');

/** Names of the answers that may not change while the request is as it is. */
const closedFields = (asked: SupervisionRequest): readonly string[] => [
  ...elsewhere,
  ...(asked.state === 'waiting-for-support' ? ofLead : []),
  ...(hasAgreed(asked) ? agreedFields : []),
];

const questionsIn = ({ steps }: Journey): readonly Question[] =>
  steps.filter(({ slug }) => slug !== CHECK_ANSWERS).flatMap(({ questions }) => questions);

/** Whether a requester may change answers of a request as it is. The learners of a list are confirmed first. */
export const mayChangeAnswers = ({ state, listed }: Pick<SupervisionRequest, 'state' | 'listed'>): boolean =>
  listed === undefined && ['waiting-for-support', 'open', 'paused', 'matched'].includes(state);

/**
 * Lists the pages on which the answers of a request change: those of the form, with the questions that may change. Where
 * a DPP has agreed, the dates have a page of their own.
 */
export const changeSteps = (journey: Journey, asked: SupervisionRequest): readonly QuestionStep[] => {
  if (!mayChangeAnswers(asked)) return [];
  const closed = closedFields(asked);
  const dates = questionsIn(journey).filter(({ name }) => ofDates.includes(name));
  return [
    ...journey.steps
      .filter(({ slug }) => slug !== CHECK_ANSWERS)
      .map(({ slug, title, questions }) => ({
        slug: `${CHANGE}${slug}`,
        title,
        questions: questions.filter(
          ({ name }) => !closed.includes(name) && !(hasAgreed(asked) && ofDates.includes(name)),
        ),
      })),
    ...(hasAgreed(asked) ? [{ slug: DATES, title: 'Move the dates', questions: dates }] : []),
  ].filter(({ questions }) => questions.length > 0);
};

/** The page on which an answer changes; undefined if it may not. */
export const pageOfAnswer = (steps: readonly QuestionStep[], name: string): string | undefined =>
  steps.find(({ questions }) => questions.some((question) => question.name === name))?.slug;

/** Adds the questions of other pages to a page, because the answers on it do not go with theirs. */
export const withQuestions = (
  journey: Journey,
  step: QuestionStep,
  asked: SupervisionRequest,
  names: readonly string[],
): QuestionStep => {
  const closed = closedFields(asked);
  const more = questionsIn(journey).filter(
    ({ name }) =>
      names.includes(name) && !closed.includes(name) && step.questions.every((own) => own.name !== name),
  );
  return { ...step, questions: [...step.questions, ...more] };
};

/**
 * Checks all answers of a request after a change. Leaves out what was wrong before and has not been touched, such as a
 * start that has passed.
 */
export const checkChange = (journey: Journey, before: Answers, after: Answers, today: Day): Checked => {
  const steps = journey.steps.filter(({ slug }) => slug !== CHECK_ANSWERS);
  const known = checkJourney({ steps }, before, today).errors;
  const { answers, errors } = checkJourney({ steps }, after, today);
  const isKnown = ({ field, message }: { readonly field: string; readonly message: string }): boolean =>
    known.some((one) => one.field === field && one.message === message) &&
    JSON.stringify(before[field]) === JSON.stringify(after[field]);
  return { answers, errors: errors.filter((error) => !isKnown(error)) };
};

/** Whether somebody is asked, or has agreed, so that a change concerns them. */
export const concernsSomebody = ({ seats }: SupervisionRequest): boolean => seats.some(isTaken);
