import { askNumber, askRadios } from './question-builders.ts';
import { textIn } from './answers.ts';
import { noReasonOptions } from './supervision-options.ts';
import type { QuestionStep } from './question.ts';

/** The question of the check-in. Nothing is preselected. */
export const capacityStep: QuestionStep = {
  slug: 'capacity',
  title: 'Can you supervise a learner?',
  questions: [
    askRadios({
      name: 'canSupervise',
      label: 'Your answer',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'maybe', label: 'Maybe', hint: 'This does not commit you to anything.' },
        { value: 'no', label: 'No, not now' },
      ],
      missing: 'Select yes, maybe or no',
      changeWords: 'Change whether you can supervise',
    }),
    askNumber({
      name: 'placesOffered',
      label: 'If yes, how many learners you can supervise at once',
      hint: 'Leave empty to keep the number you offer now. If it is 0, enter a number.',
      missing: 'Enter how many learners you can supervise at once',
      noun: 'Learners at once',
      min: 1,
      max: 20,
      optional: true,
      changeWords: 'Change how many learners you can supervise at once',
    }),
    askRadios({
      name: 'nextYearReason',
      as: 'select',
      label: 'If not, the main reason',
      options: noReasonOptions,
      missing: 'Select the main reason why you cannot supervise',
      when: (answers) => textIn(answers, 'canSupervise') === 'no',
      changeWords: 'Change why you cannot supervise',
    }),
  ],
};
