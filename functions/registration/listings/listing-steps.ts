import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Journey, Question, QuestionStep } from '../../../shared/journeys/question.ts';
import { CHECK_ANSWERS } from '../../web/journeys/journey-pages.ts';

/** Answers that cannot be changed, because the confirmed address and the register check depend on them. */
const fixedAnswers = ['email', 'profession', 'regulator'];

const justificationIn = ({ steps }: Journey): readonly Question[] =>
  steps.flatMap(({ questions }) => questions).filter(({ name }) => name === 'justification');

/** Whether the registration number may still be corrected, because nobody has checked it yet. */
export const numberIsOpen = ({ check }: Pick<Practitioner, 'check'>): boolean => check === undefined;

const questionsIn = (
  step: QuestionStep,
  practitioner: Practitioner,
  justification: readonly Question[],
): readonly Question[] => {
  const closed = numberIsOpen(practitioner) ? fixedAnswers : [...fixedAnswers, 'registrationNumber'];
  const own = step.questions.filter(({ name }) => !closed.includes(name));
  // Asks for the justification on the same page as the years of prescribing. Only a low number of years requires it,
  // and each page of a change is saved separately.
  return own.some(({ name }) => name === 'yearsPrescribing') ? [...own, ...justification] : own;
};

/**
 * Pages of the registration that a practitioner may change, with the questions that they may change.
 * @param journey the registration
 */
export const listingSteps = (journey: Journey, practitioner: Practitioner): readonly QuestionStep[] =>
  journey.steps
    .filter(({ slug }) => slug !== CHECK_ANSWERS)
    .map(({ slug, title, questions, rules }) => ({
      slug,
      title,
      questions: questionsIn({ slug, title, questions }, practitioner, justificationIn(journey)),
      ...(rules === undefined ? {} : { rules }),
    }));
