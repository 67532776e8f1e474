import { declineReasons, declineReasonSchema } from '../../../shared/offers/offer.ts';
import { conflictKinds } from '../../../shared/requests/declared-conflict.ts';
import { listIn, textIn } from '../../../shared/journeys/answers.ts';
import {
  askCheckboxes,
  askEmail,
  askRadios,
  askText,
  askTextarea,
  optionsOf,
} from '../../../shared/journeys/question-builders.ts';
import type { Answers, QuestionStep } from '../../../shared/journeys/question.ts';
import type { OfferDecision } from './offer-decision.ts';

/**
 * Labels of the kinds of conflict of interest, worded for the practitioner. `conflict-options` words the same kinds
 * for the learner.
 */
const ties: Readonly<Record<(typeof conflictKinds)[number], string>> = {
  'line-manager': 'I manage the learner',
  'relative-or-close-tie': 'I am a relative or close friend',
  'business-or-financial': 'I have a business or financial interest, or would be paid',
  'sponsors-the-place': 'I sponsor the learner’s place on the course',
};

const accepting = (answers: Answers): boolean => answers['decision'] === 'accept';
const declining = (answers: Answers): boolean => answers['decision'] === 'decline';

/** Name of the query parameter and of the buttons that choose between accepting and declining. */
export const ANSWER = 'answer';

/** Questions that follow when the practitioner accepts. */
const whenAccepting: QuestionStep['questions'] = [
  askCheckboxes({
    name: 'conflicts',
    label: 'Do you have a conflict of interest?',
    hint: 'Select all that apply. If you have one, the programme team will decide before anything is agreed.',
    missing: 'Select your conflicts of interest',
    changeWords: 'Change your conflicts of interest',
    options: conflictKinds.map((value) => ({ value, label: ties[value] })),
    optional: true,
    when: accepting,
  }),
  askText({
    name: 'backUpName',
    label: 'Who could step in when you are away?',
    hint: 'Universities expect a back-up DPP. You can name one later.',
    missing: 'Enter a name',
    changeWords: 'Change your back-up DPP',
    optional: true,
    when: accepting,
  }),
  askEmail({
    name: 'backUpEmail',
    label: 'Your back-up DPP’s work email address',
    missing: 'Enter an email address',
    changeWords: 'Change your back-up DPP’s email address',
    optional: true,
    when: accepting,
  }),
];

/** Questions that follow when the practitioner declines. */
const whenDeclining: QuestionStep['questions'] = [
  askRadios({
    name: 'reason',
    label: 'Why can you not supervise this learner?',
    missing: 'Select why you cannot supervise this learner',
    changeWords: 'Change your reason',
    options: optionsOf(declineReasons),
    when: declining,
  }),
  askTextarea({
    name: 'note',
    label: 'Anything the programme team should know',
    hint: 'The learner will not see this.',
    missing: 'Enter a note',
    changeWords: 'Change your note',
    optional: true,
    when: declining,
  }),
];

/** The questions of an answer to an offer, of which the pages ask those that apply. */
export const offerStep: QuestionStep = {
  slug: 'answer',
  title: 'Your answer',
  questions: [
    askRadios({
      name: 'decision',
      label: 'Can you supervise this learner?',
      missing: 'Select whether you can supervise this learner',
      changeWords: 'Change your answer',
      options: [
        { value: 'accept', label: 'Yes, I accept' },
        { value: 'decline', label: 'No, I cannot' },
      ],
    }),
    ...whenDeclining,
    ...whenAccepting,
  ],
};

/** The second page of an answer, by the answer chosen on the first. Nothing is preselected. */
export const answerSteps = {
  accept: { slug: 'accept', title: 'Accept this learner', questions: whenAccepting },
  decline: { slug: 'decline', title: 'Decline this learner', questions: whenDeclining },
} as const satisfies Record<string, QuestionStep>;
export type OfferAnswer = keyof typeof answerSteps;

/** Reads which answer was chosen; undefined if none was. */
export const answerChosen = (values: readonly string[] = []): OfferAnswer | undefined =>
  values[0] === 'accept' || values[0] === 'decline' ? values[0] : undefined;

const isTie = (value: string): value is (typeof conflictKinds)[number] =>
  conflictKinds.some((kind) => kind === value);

/** Converts the validated answers of the form to a decision. */
export const decisionIn = (answers: Answers): OfferDecision =>
  accepting(answers)
    ? {
        decision: 'accept',
        backUp: { name: textIn(answers, 'backUpName'), email: textIn(answers, 'backUpEmail') },
        conflicts: listIn(answers, 'conflicts').filter(isTie),
      }
    : {
        decision: 'decline',
        reason: declineReasonSchema.parse(answers['reason']),
        note: textIn(answers, 'note'),
      };
