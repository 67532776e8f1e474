import { anotherUniversity, type University } from '../../reference/universities.ts';
import { askDate, askHours, askRadios } from '../question-builders.ts';
import { courseRules } from './course-rules.ts';
import { learnerTypeOf } from './request-defaults.ts';
import type { Answers, QuestionStep } from '../question.ts';
import { isKind } from './kind-steps.ts';
import { lostDppOptions } from './lost-dpp-options.ts';

const isFoundation = isKind('foundation-year');
const isOnCourse = isKind('on-course');

/** Whether the answers may be about a university course, which foundation trainees do not attend. */
const hasUniversity = (answers: Answers): boolean =>
  isKind('before-course')(answers) || learnerTypeOf(answers) !== 'foundation-pharmacist';

/**
 * Whether an application needs the DPP's signature before a closing date. Optometrists name their DPP after admission, and
 * foundation trainees do not apply.
 */
const needsClosingDate = (answers: Answers): boolean =>
  isKind('before-course')(answers) && learnerTypeOf(answers) !== 'optometrist';

const endHint = (answers: Answers): string =>
  `If you leave this empty, we use ${learnerTypeOf(answers) === 'foundation-pharmacist' ? 52 : 26} weeks after the ${isFoundation(answers) ? 'foundation year' : 'course'} starts.`;

const neededHint = (answers: Answers): string => {
  if (isOnCourse(answers)) return 'If you leave this empty, we use 14 days from today.';
  if (isFoundation(answers))
    return 'If you leave this empty, we use 13 weeks after the foundation year starts, or 14 days from today if that has passed.';
  return needsClosingDate(answers)
    ? 'If you leave this empty, we use 14 days before applications close.'
    : 'If you leave this empty, we use the day the course starts.';
};

/** Page about the course or foundation year; its dates determine how urgent a request is. */
export const requestCourse = (universities: readonly University[]): QuestionStep => ({
  slug: 'the-course',
  title: 'Course and dates',
  questions: [
    askRadios({
      name: 'university',
      label: 'University',
      options: [...universities, anotherUniversity].map(({ id, name }) => ({ value: id, label: name })),
      missing: 'Select the university',
      optional: true,
      when: hasUniversity,
      changeWords: 'Change the university',
    }),
    askDate({
      name: 'courseStart',
      label: 'When the course or foundation year starts, or started',
      noun: 'The date when your course starts',
      missing: 'Enter the date your course starts',
      changeWords: 'Change when the course starts',
    }),
    askDate({
      name: 'courseEnd',
      label: 'When supervision has to be finished',
      hint: 'If you leave this empty, we use 26 weeks after the course starts.',
      hintFor: endHint,
      noun: 'The date when supervision has to be finished',
      missing: 'Enter the date supervision has to be finished',
      optional: true,
      changeWords: 'Change when supervision has to be finished',
    }),
    askDate({
      name: 'applicationsClose',
      label: 'When applications to the course close',
      noun: 'The date when applications close',
      missing: 'Enter the date applications to the course close',
      optional: true,
      when: isKind('before-course'),
      requiredWhen: needsClosingDate,
      changeWords: 'Change when applications close',
    }),
    askDate({
      name: 'signOffNeededBy',
      label: 'When you need the DPP’s signature',
      hint: 'If you leave this empty, we use 14 days before applications close.',
      hintFor: neededHint,
      noun: 'The date when you need the DPP’s signature',
      missing: 'Enter the date you need the DPP’s signature',
      optional: true,
      changeWords: 'Change when you need the signature',
    }),
    askHours({
      name: 'hours',
      label: 'Total supervised hours',
      hint: 'If you leave this empty, we use 90 hours, 65 hours for V100 and V150, or 15 hours for a conversion course.',
      missing: 'Enter the supervised hours',
      noun: 'Supervised hours',
      min: 15,
      max: 400,
      optional: true,
      changeWords: 'Change the supervised hours',
    }),
    askHours({
      name: 'hoursDone',
      label: 'Supervised hours done so far',
      hint: 'Enter 0 if there were none. We look for a DPP for the hours that are left.',
      missing: 'Enter the supervised hours done so far',
      noun: 'Supervised hours done so far',
      min: 0,
      max: 399,
      when: isOnCourse,
      changeWords: 'Change the hours done so far',
    }),
    askRadios({
      name: 'lostDpp',
      label: 'What happened to the first DPP',
      options: lostDppOptions,
      missing: 'Select what happened to the first DPP',
      when: isOnCourse,
      changeWords: 'Change what happened to the first DPP',
    }),
    askHours({
      name: 'namedDppHours',
      label: 'Hours that have to be with the named DPP',
      hint: 'Your university sets this number, often 10, 20 or 30. Leave empty if it does not.',
      missing: 'Enter the hours that have to be with the named DPP',
      noun: 'Hours with the named DPP',
      min: 0,
      max: 400,
      optional: true,
      when: hasUniversity,
      changeWords: 'Change the hours with the named DPP',
    }),
  ],
  rules: courseRules,
});
