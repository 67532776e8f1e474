import { askRadios } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';

/** The question to a person who is named as a prescribing lead. */
export const leadStep: QuestionStep = {
  slug: 'lead',
  title: 'Are you the prescribing lead?',
  questions: [
    askRadios({
      name: 'answer',
      label: 'Your answer',
      options: [
        { value: 'yes', label: 'Yes, I am the prescribing lead' },
        { value: 'no', label: 'No, delete my name and address' },
      ],
      missing: 'Select whether you are the prescribing lead',
      changeWords: 'Change your answer',
    }),
  ],
};
