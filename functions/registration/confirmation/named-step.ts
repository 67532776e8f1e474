import { askRadios } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';

/** The question to a person whom a DPP has named. Nothing is preselected, so that a mail scanner answers nothing. */
export const namedStep: QuestionStep = {
  slug: 'named',
  title: 'Do you object to being named?',
  questions: [
    askRadios({
      name: 'answer',
      label: 'Your answer',
      options: [
        { value: 'object', label: 'I object: delete my name and address' },
        { value: 'agree', label: 'You may keep them' },
      ],
      missing: 'Select whether you object',
      changeWords: 'Change your answer',
    }),
  ],
};
