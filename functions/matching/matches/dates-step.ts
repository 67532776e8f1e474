import { askRadios } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';

/** The question to a DPP whether other dates of an agreed match are possible. */
export const datesStep: QuestionStep = {
  slug: 'dates',
  title: 'Are the new dates still possible?',
  questions: [
    askRadios({
      name: 'answer',
      label: 'Your answer',
      options: [
        { value: 'yes', label: 'Yes, I can supervise this learner then' },
        { value: 'no', label: 'No, look for another DPP' },
      ],
      missing: 'Select yes or no',
      changeWords: 'Change your answer',
    }),
  ],
};
