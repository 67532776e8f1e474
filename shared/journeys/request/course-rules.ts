import type { FieldError } from '../../kernel/field-error.ts';
import { addDays, type Day } from '../../kernel/time.ts';
import { numberIn, textIn } from '../answers.ts';
import type { Answers } from '../question.ts';
import { isKind } from './kind-steps.ts';
import { courseEndOf, hoursLeftOf, hoursOf } from './request-defaults.ts';

const YEARS_AHEAD = 3;
const YEARS_ON_A_COURSE = 2;
const DAYS_A_YEAR = 365;

const beforeCourse = isKind('before-course');
const onCourse = isKind('on-course');

type Rule = readonly [broken: boolean, field: string, message: string];

const startRules = (answers: Answers, start: Day, today: Day): readonly Rule[] => [
  [
    beforeCourse(answers) && start <= today,
    'courseStart',
    'The date when your course starts must be in the future. If it has started, go back to the first page and select that the learner is already on the course',
  ],
  [
    onCourse(answers) && start > today,
    'courseStart',
    'The date when your course started must be today or in the past. If it has not started, go back to the first page and select that',
  ],
  [
    !beforeCourse(answers) && start < addDays(today, -YEARS_ON_A_COURSE * DAYS_A_YEAR),
    'courseStart',
    'The date when your course started must be within the last 2 years',
  ],
  [
    start > addDays(today, YEARS_AHEAD * DAYS_A_YEAR),
    'courseStart',
    'The date when your course starts must be within 3 years',
  ],
];

const endRules = (answers: Answers, start: Day, today: Day): readonly Rule[] => {
  const end = textIn(answers, 'courseEnd');
  return [
    [
      end !== undefined && end <= start,
      'courseEnd',
      'The date when supervision has to be finished must be after the course starts',
    ],
    [
      end !== undefined && end > addDays(start, YEARS_ON_A_COURSE * DAYS_A_YEAR),
      'courseEnd',
      'The date when supervision has to be finished must be within 2 years of the start',
    ],
    [
      !beforeCourse(answers) && courseEndOf(answers, start) <= today,
      'courseEnd',
      'Enter a date in the future by which supervision has to be finished',
    ],
  ];
};

const signOffRules = (answers: Answers, start: Day | undefined, today: Day): readonly Rule[] => {
  const close = textIn(answers, 'applicationsClose');
  const signOff = textIn(answers, 'signOffNeededBy');
  return [
    [
      close !== undefined && close <= today,
      'applicationsClose',
      'The date when applications close must be in the future',
    ],
    [
      start !== undefined && close !== undefined && close > start,
      'applicationsClose',
      'The date when applications close must not be after the course starts',
    ],
    [
      signOff !== undefined && signOff <= today,
      'signOffNeededBy',
      'The date when you need the DPP’s signature must be in the future',
    ],
    [
      close !== undefined && signOff !== undefined && signOff > close,
      'signOffNeededBy',
      'The date when you need the DPP’s signature must not be after applications close',
    ],
    [
      start !== undefined &&
        close === undefined &&
        signOff !== undefined &&
        signOff > courseEndOf(answers, start),
      'signOffNeededBy',
      'The date when you need the DPP’s signature must not be after supervision is finished',
    ],
  ];
};

/** Rules across the dates and hours of a request. */
export const courseRules = (answers: Answers, today: Day): readonly FieldError[] => {
  const start = textIn(answers, 'courseStart');
  const rules: readonly Rule[] = [
    ...(start === undefined
      ? []
      : [...startRules(answers, start, today), ...endRules(answers, start, today)]),
    ...signOffRules(answers, start, today),
    [
      hoursLeftOf(answers) < 1,
      'hoursDone',
      'Hours done so far must be fewer than the supervised hours in all',
    ],
    [
      (numberIn(answers, 'namedDppHours') ?? 0) > hoursOf(answers),
      'namedDppHours',
      'Hours with the named DPP must not be more than the supervised hours',
    ],
  ];
  return rules.flatMap(([broken, field, message]) => (broken ? [{ field, message }] : []));
};
