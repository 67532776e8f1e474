import { sameMailbox } from '../../people/same-person.ts';
import { textIn } from '../answers.ts';
import {
  askDate,
  askEmail,
  askNumber,
  askRadios,
  askText,
  askTextarea,
  askYesNo,
} from '../question-builders.ts';
import { indemnityOptions, nextYearOptions, noReasonOptions } from '../supervision-options.ts';
import type { QuestionStep } from '../question.ts';

const APPROVER_ADDRESS = 'Enter the work email address of the person who agreed';
const BACK_UP_ADDRESS = 'Enter the work email address of the person who could step in';

/** People whom a listing may name. Whoever names one gives an address, at which we tell them that their name is held. */
const NAMED = [
  { name: 'employerApprover', address: 'employerApproverEmail', missing: APPROVER_ADDRESS },
  { name: 'backUpName', address: 'backUpEmail', missing: BACK_UP_ADDRESS },
] as const;

/** Page about the employer's support, and about next year. */
export const registerSupport: QuestionStep = {
  slug: 'support',
  title: 'Your employer and what comes next',
  intro: 'None of this is published.',
  questions: [
    askYesNo({
      name: 'employerApproval',
      label: 'Does your employer agree that you can supervise?',
      missing: 'Select yes if your employer agrees that you can supervise',
      changeWords: 'Change whether your employer agrees',
    }),
    askText({
      name: 'employerApprover',
      label: 'Name and role of the person who agreed',
      missing: 'Enter the name and role of the person who agreed',
      optional: true,
      changeWords: 'Change who agreed that you supervise',
    }),
    askEmail({
      name: 'employerApproverEmail',
      label: 'Work email address of the person who agreed',
      hint: 'Enter this if you name somebody. We tell them once that you named them, and how to object.',
      missing: APPROVER_ADDRESS,
      optional: true,
      changeWords: 'Change the email address of the person who agreed',
    }),
    askRadios({
      name: 'indemnityChecked',
      label: 'Have you checked that your indemnity covers supervising?',
      options: indemnityOptions,
      missing: 'Select whether you have checked your indemnity',
      optional: true,
      changeWords: 'Change whether you have checked your indemnity',
    }),
    askNumber({
      name: 'frameworkScore',
      label: 'How many of the 8 DPP competencies you meet',
      hint: 'Your own view. The framework page lists them.',
      missing: 'Enter how many of the 8 competencies you meet',
      noun: 'Competencies you meet',
      min: 0,
      max: 8,
      optional: true,
      changeWords: 'Change how many competencies you meet',
    }),
    askTextarea({
      name: 'conflictsDeclared',
      label: 'Conflicts of interest to declare',
      hint: 'For example, you manage, are related to or do business with someone who may request a DPP.',
      missing: 'Enter the conflicts of interest to declare',
      optional: true,
      changeWords: 'Change the conflicts of interest that you declare',
    }),
    askText({
      name: 'backUpName',
      label: 'Who could step in if you are away',
      hint: 'Name a colleague who prescribes and who knows that you are naming them.',
      missing: 'Enter who could step in if you are away',
      optional: true,
      changeWords: 'Change who could step in',
    }),
    askEmail({
      name: 'backUpEmail',
      label: 'Their work email address',
      hint: 'Enter this if you name somebody. We tell them once that you named them, and how to object.',
      missing: BACK_UP_ADDRESS,
      optional: true,
      changeWords: 'Change the email address of the person who could step in',
    }),
    askDate({
      name: 'leavingOn',
      label: 'When you plan to leave or retire, if you know',
      hint: 'This helps the programme team to plan ahead. For example, 31 3 2028.',
      noun: 'Date you plan to leave',
      monthAlone: 'last',
      missing: 'Enter the date you plan to leave',
      optional: true,
      changeWords: 'Change when you plan to leave or retire',
    }),
    askRadios({
      name: 'nextYear',
      label: 'Would you supervise again next year?',
      options: nextYearOptions,
      missing: 'Select whether you would supervise again next year',
      optional: true,
      changeWords: 'Change whether you would supervise next year',
    }),
    askRadios({
      name: 'nextYearReason',
      as: 'select',
      label: 'If not, the main reason',
      options: noReasonOptions,
      missing: 'Select the main reason why you would not supervise next year',
      optional: true,
      changeWords: 'Change why you would not supervise next year',
    }),
  ],
  rules: (answers, today) => [
    ...NAMED.filter(
      ({ name, address }) => textIn(answers, name) !== undefined && textIn(answers, address) === undefined,
    ).map(({ address, missing }) => ({ field: address, message: missing })),
    ...(textIn(answers, 'nextYear') === 'no' && textIn(answers, 'nextYearReason') === undefined
      ? [{ field: 'nextYearReason', message: 'Select the main reason why you would not supervise next year' }]
      : []),
    ...((textIn(answers, 'leavingOn') ?? '9') <= today
      ? [{ field: 'leavingOn', message: 'Date you plan to leave must be in the future' }]
      : []),
    ...['employerApproverEmail', 'backUpEmail']
      .filter((field) => sameMailbox(textIn(answers, field), textIn(answers, 'email')))
      .map((field) => ({ field, message: 'Enter the email address of somebody else' })),
  ],
};
