import { askRadios } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';

/** The question to somebody who may vouch for a DPP. Nothing is preselected, so that a mail scanner answers nothing. */
export const vouchStep: QuestionStep = {
  slug: 'vouch',
  title: 'Does this person work with you?',
  questions: [
    askRadios({
      name: 'answer',
      label: 'Does this person work with you as a prescriber, and is the address theirs?',
      options: [
        { value: 'yes', label: 'Yes, both' },
        { value: 'no', label: 'No' },
        { value: 'unknown', label: 'I do not know them' },
      ],
      missing: 'Select whether this person works with you',
      changeWords: 'Change your answer about whether this person works with you',
    }),
  ],
};
