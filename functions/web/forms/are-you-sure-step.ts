import { askRadios } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';

/** The confirmation question before an action that cannot be undone. */
export const areYouSureStep = (slug: string, title: string, yes: string): QuestionStep => ({
  slug,
  title,
  questions: [
    askRadios({
      name: 'decision',
      label: 'Are you sure?',
      options: [
        { value: 'yes', label: yes },
        { value: 'no', label: 'No, go back' },
      ],
      missing: 'Select yes or no',
      changeWords: 'Change your answer about whether you are sure',
    }),
  ],
});
