import { askEmail } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';

/** Asks a DPP who cannot be reached for another address. */
export const newAddressStep: QuestionStep = {
  slug: 'new-address',
  title: 'Use another email address',
  questions: [
    askEmail({
      name: 'email',
      label: 'Your new email address',
      hint: 'Your work address, if you have one.',
      missing: 'Enter your new email address',
      autocomplete: 'email',
      changeWords: 'Change your new email address',
    }),
  ],
};
