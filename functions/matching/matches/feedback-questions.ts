import * as z from 'zod';
import { endReasons, endReasonSchema, type Feedback } from '../../../shared/matches/match.ts';
import { isYes, textIn } from '../../../shared/journeys/answers.ts';
import {
  askDate,
  askRadios,
  askTextarea,
  askYesNo,
  optionsOf,
} from '../../../shared/journeys/question-builders.ts';
import type { Answers, Question, QuestionStep } from '../../../shared/journeys/question.ts';
import type { MatchAnswer } from './end-match.ts';

/** Asks whether a current match is over. */
export const outcomeStep: QuestionStep = {
  slug: 'outcome',
  title: 'Update this match',
  questions: [
    askRadios({
      name: 'outcome',
      label: 'Is the period of learning in practice over?',
      missing: 'Select whether the period of learning in practice is over',
      changeWords: 'Change your answer about whether the period is over',
      options: [
        { value: 'completed', label: 'Yes, it is complete' },
        { value: 'ended-early', label: 'It ended early' },
        { value: 'longer', label: 'No, it will take longer' },
      ],
    }),
    askRadios({
      name: 'reason',
      label: 'If the period ended early, why did it?',
      missing: 'Select why the period ended early',
      changeWords: 'Change your answer about why the period ended early',
      options: optionsOf(endReasons.filter(({ id }) => id !== 'withdrawn')),
      when: ({ outcome }) => outcome === 'ended-early',
    }),
    askDate({
      name: 'until',
      noun: 'New last day',
      label: 'If the period will take longer, what is the new last day?',
      missing: 'Enter the new last day',
      changeWords: 'Change the new last day',
      when: ({ outcome }) => outcome === 'longer',
    }),
  ],
};

/** Converts the validated answers of the form to an answer about the match. */
export const matchAnswerIn = (answers: Answers): MatchAnswer => {
  switch (answers['outcome']) {
    case 'ended-early':
      return { outcome: 'ended-early', reason: endReasonSchema.parse(answers['reason']) };
    case 'longer':
      return { outcome: 'longer', until: textIn(answers, 'until') ?? '' };
    default:
      return { outcome: 'completed' };
  }
};

const ratings = [
  { value: '5', label: '5, excellent' },
  { value: '4', label: '4, good' },
  { value: '3', label: '3, fair' },
  { value: '2', label: '2, weak' },
  { value: '1', label: '1, poor' },
];

/** Allows API clients to send the answer as a number instead of text. */
const asNumberToo = (question: Question): Question => ({
  ...question,
  schema: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), question.schema),
});

/** Asks for feedback. */
export const feedbackStep: QuestionStep = {
  slug: 'feedback',
  title: 'How was the supervision?',
  questions: [
    asNumberToo(
      askRadios({
        name: 'rating',
        label: 'How did the supervision go?',
        missing: 'Select how the supervision went',
        changeWords: 'Change your answer about how the supervision went',
        options: ratings,
      }),
    ),
    askYesNo({
      name: 'wouldAgain',
      label: 'Would you do this again?',
      missing: 'Select whether you would do this again',
      changeWords: 'Change your answer about doing this again',
    }),
    askTextarea({
      name: 'comment',
      label: 'What else should we know?',
      hint: 'Only the programme team will read your comment.',
      missing: 'Enter a comment',
      changeWords: 'Change your comment',
      max: 1000,
      optional: true,
    }),
  ],
};

/** Converts the validated answers of the form to feedback. */
export const feedbackIn = (answers: Answers): Omit<Feedback, 'at'> => {
  const comment = textIn(answers, 'comment');
  return {
    rating: Number(answers['rating']),
    wouldAgain: isYes(answers, 'wouldAgain'),
    ...(comment === undefined ? {} : { comment }),
  };
};
