import { askEmail, askText } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';

/** Asks who else could support a request. */
export const anotherLeadStep: QuestionStep = {
  slug: 'another-lead',
  title: 'Name another prescribing lead',
  questions: [
    askText({
      name: 'name',
      label: 'The lead’s full name',
      missing: 'Enter the lead’s full name',
      changeWords: 'Change the lead’s name',
    }),
    askEmail({
      name: 'email',
      label: 'The lead’s work email address',
      hint: 'An address at the NHS or at the employer. We do not believe an answer from a private address without asking the employer.',
      missing: 'Enter the lead’s work email address',
      changeWords: 'Change the lead’s work email address',
    }),
  ],
};

/** Asks for the requester's address at work. */
export const workAddressStep: QuestionStep = {
  slug: 'work-address',
  title: 'Use your work address',
  questions: [
    askEmail({
      name: 'email',
      label: 'Your work email address',
      missing: 'Enter your work email address',
      autocomplete: 'email',
      changeWords: 'Change your work email address',
    }),
  ],
};
