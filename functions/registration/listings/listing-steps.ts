import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { registerJourney } from '../../../shared/journeys/register/register-journey.ts';
import type { Question, QuestionStep } from '../../../shared/journeys/question.ts';
import { CHECK_ANSWERS } from '../../web/journeys/journey-pages.ts';

/** Who somebody is: the confirmed address and the check of the register stand for it. */
const fixed = ['email', 'profession', 'regulator'];

const justification: readonly Question[] = registerJourney.steps
  .flatMap(({ questions }) => questions)
  .filter(({ name }) => name === 'justification');

/** A number that nobody has looked up yet may be corrected. */
export const numberIsOpen = ({ check }: Pick<Practitioner, 'check'>): boolean => check === undefined;

const questionsIn = (step: QuestionStep, practitioner: Practitioner): readonly Question[] => {
  const closed = numberIsOpen(practitioner) ? fixed : [...fixed, 'registrationNumber'];
  const own = step.questions.filter(({ name }) => !closed.includes(name));
  // The years decide whether a justification is asked for: here on one page, because here every page is saved alone.
  return own.some(({ name }) => name === 'yearsPrescribing') ? [...own, ...justification] : own;
};

/** The pages of the registration that a practitioner may change, with the questions that stay open to them. */
export const listingSteps = (practitioner: Practitioner): readonly QuestionStep[] =>
  registerJourney.steps
    .filter(({ slug }) => slug !== CHECK_ANSWERS)
    .map(({ slug, title, questions, rules }) => ({
      slug,
      title,
      questions: questionsIn({ slug, title, questions }, practitioner),
      ...(rules === undefined ? {} : { rules }),
    }));
