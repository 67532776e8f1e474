import { askRadios } from './question-builders.ts';
import type { QuestionStep } from './question.ts';

/**
 * The question behind a confirmation link. Requires a choice, so that a mail scanner that presses the button
 * confirms nothing.
 */
export const confirmStep = (title: string, yes: string, no: string): QuestionStep => ({
  slug: 'confirm',
  title,
  questions: [
    askRadios({
      name: 'decision',
      label: 'Did you send this?',
      options: [
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ],
      missing: 'Select whether you sent this',
      changeWords: 'Change your answer about whether you sent this',
    }),
  ],
});
