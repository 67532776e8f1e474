import { addDays } from '../../kernel/time.ts';
import { anotherUniversity, type University } from '../../reference/universities.ts';
import { numberIn, textIn } from '../answers.ts';
import { askDate, askHours, askRadios } from '../question-builders.ts';
import { hoursOf } from './request-defaults.ts';
import type { QuestionStep } from '../question.ts';

const FIELD = (field: string, message: string) => [{ field, message }];

/** Page about the course; its dates determine how urgent a request is. */
export const requestCourse = (universities: readonly University[]): QuestionStep => ({
  slug: 'the-course',
  title: 'The course',
  questions: [
    askRadios({
      name: 'university',
      label: 'University',
      options: [...universities, anotherUniversity].map(({ id, name }) => ({ value: id, label: name })),
      missing: 'Select the university',
      changeWords: 'Change the university',
    }),
    askDate({
      name: 'courseStart',
      label: 'When the course starts',
      noun: 'The date when your course starts',
      missing: 'Enter the date your course starts',
      changeWords: 'Change when the course starts',
    }),
    askDate({
      name: 'courseEnd',
      label: 'When supervision has to be finished',
      hint: 'If you leave this empty, we use 26 weeks after the course starts.',
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
      changeWords: 'Change when applications close',
    }),
    askDate({
      name: 'signOffNeededBy',
      label: 'When you need the DPP’s signature',
      hint: 'If you leave this empty, we use 14 days before applications close.',
      noun: 'The date when you need the DPP’s signature',
      missing: 'Enter the date you need the DPP’s signature',
      optional: true,
      changeWords: 'Change when you need the signature',
    }),
    askHours({
      name: 'hours',
      label: 'Total supervised hours',
      hint: 'If you leave this empty, we use 90 hours, or 15 hours for a conversion course.',
      missing: 'Enter the supervised hours',
      noun: 'Supervised hours',
      min: 15,
      max: 400,
      optional: true,
      changeWords: 'Change the supervised hours',
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
      changeWords: 'Change the hours with the named DPP',
    }),
  ],
  rules: (answers, today) => {
    const start = textIn(answers, 'courseStart');
    const end = textIn(answers, 'courseEnd');
    const close = textIn(answers, 'applicationsClose');
    const signOff = textIn(answers, 'signOffNeededBy');
    const named = numberIn(answers, 'namedDppHours') ?? 0;
    return [
      ...(start !== undefined && start <= today
        ? FIELD('courseStart', 'The date when your course starts must be in the future')
        : []),
      ...(start !== undefined && start > addDays(today, 3 * 365)
        ? FIELD('courseStart', 'The date when your course starts must be within 3 years')
        : []),
      ...(start !== undefined && end !== undefined && end <= start
        ? FIELD('courseEnd', 'The date when supervision has to be finished must be after the course starts')
        : []),
      ...(start !== undefined && end !== undefined && end > addDays(start, 2 * 365)
        ? FIELD(
            'courseEnd',
            'The date when supervision has to be finished must be within 2 years of the start',
          )
        : []),
      ...(close !== undefined && close <= today
        ? FIELD('applicationsClose', 'The date when applications close must be in the future')
        : []),
      ...(start !== undefined && close !== undefined && close > start
        ? FIELD('applicationsClose', 'The date when applications close must not be after the course starts')
        : []),
      ...(signOff !== undefined && signOff <= today
        ? FIELD('signOffNeededBy', 'The date when you need the DPP’s signature must be in the future')
        : []),
      ...(close !== undefined && signOff !== undefined && signOff > close
        ? FIELD(
            'signOffNeededBy',
            'The date when you need the DPP’s signature must not be after applications close',
          )
        : []),
      ...(named > hoursOf(answers)
        ? FIELD('namedDppHours', 'Hours with the named DPP must not be more than the supervised hours')
        : []),
    ];
  },
});
