import { askRadios } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';

/** The question to a named lead: do they support the request? */
export const supportStep: QuestionStep = {
  slug: 'support',
  title: 'Do you support this request?',
  questions: [
    askRadios({
      name: 'answer',
      label: 'Your answer',
      options: [
        { value: 'supports', label: 'I support this request' },
        {
          value: 'does-not-support',
          label: 'I do not support it',
          hint: 'Choose this too if you do not know this person, or are not the prescribing lead.',
        },
      ],
      missing: 'Select whether you support this request',
      changeWords: 'Change your answer',
    }),
  ],
};
