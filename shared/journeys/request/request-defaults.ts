import { addDays, type Day } from '../../kernel/time.ts';
import { learnerTypes, professions } from '../../reference/professions.ts';
import { numberIn, textIn } from '../answers.ts';
import type { Answers } from '../question.ts';
import { isKind } from './kind-steps.ts';

const DAYS_BEFORE_CLOSING = 14;
const COURSE_DAYS = 26 * 7;
const FOUNDATION_DAYS = 52 * 7;
/** Days after the start by which a foundation trainee's DPP is reported. */
const FOUNDATION_NEEDED_DAYS = 13 * 7;
/** Days within which a learner needs a DPP who is on the course, or whose usual day has passed. */
const URGENT_DAYS = 14;

const isFoundation = isKind('foundation-year');

/** The profession of the learner; the foundation year is for pharmacists only. */
export const professionOf = (answers: Answers): string | undefined =>
  isFoundation(answers) ? 'pharmacist' : textIn(answers, 'profession');

/** The type of learner: as answered, or the usual one for the profession. */
export const learnerTypeOf = (answers: Answers): string | undefined => {
  if (isFoundation(answers)) return 'foundation-pharmacist';
  const profession = professions.find(({ id }) => id === professionOf(answers));
  return (
    textIn(answers, 'learnerType') ??
    learnerTypes.find(
      (type) => type.id !== 'foundation-pharmacist' && type.professions.some((one) => one === profession?.id),
    )?.id
  );
};

/** Supervised hours in all: as answered; otherwise the default for the type of learner. */
export const hoursOf = (answers: Answers): number =>
  numberIn(answers, 'hours') ?? learnerTypes.find(({ id }) => id === learnerTypeOf(answers))?.hours ?? 90;

/** Supervised hours that are left: all, or those that a learner on the course has not done yet. */
export const hoursLeftOf = (answers: Answers): number =>
  hoursOf(answers) - (isKind('on-course')(answers) ? (numberIn(answers, 'hoursDone') ?? 0) : 0);

/** Last day of supervision: as answered, or 26 weeks after the start; 52 weeks for the foundation year. */
export const courseEndOf = (answers: Answers, start: Day): Day =>
  textIn(answers, 'courseEnd') ??
  addDays(start, learnerTypeOf(answers) === 'foundation-pharmacist' ? FOUNDATION_DAYS : COURSE_DAYS);

/** The usual day by which a DPP is named, in the order of the kinds; undefined if the learner is on the course. */
const usualDay = (answers: Answers, start: Day): Day | undefined => {
  if (isFoundation(answers)) return addDays(start, FOUNDATION_NEEDED_DAYS);
  if (isKind('on-course')(answers)) return undefined;
  const close = textIn(answers, 'applicationsClose');
  return close === undefined ? start : addDays(close, -DAYS_BEFORE_CLOSING);
};

/**
 * The day by which a DPP is needed, as answered. Without an answer, it is 14 days before applications close, the start of a
 * course without an application, or 13 weeks after the start of a foundation year. If that day is not in the future, it is
 * the closing day, or 14 days from today, but not after the end of the course.
 */
export const signOffOf = (answers: Answers, today: Day): Day => {
  const asked = textIn(answers, 'signOffNeededBy');
  if (asked !== undefined) return asked;
  const start = textIn(answers, 'courseStart') ?? '';
  const usual = usualDay(answers, start);
  if (usual !== undefined && usual > today) return usual;
  const soon = textIn(answers, 'applicationsClose') ?? addDays(today, URGENT_DAYS);
  const end = courseEndOf(answers, start);
  return soon < end ? soon : end;
};
