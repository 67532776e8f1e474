import { addDays, type Day } from '../../kernel/time.ts';
import { learnerTypes } from '../../reference/professions.ts';
import { numberIn, textIn } from '../answers.ts';
import type { Answers } from '../question.ts';

const DAYS_BEFORE_CLOSING = 14;
const COURSE_DAYS = 26 * 7;

/** Supervised hours: as answered; otherwise the default for the type of learner. */
export const hoursOf = (answers: Answers): number =>
  numberIn(answers, 'hours') ??
  learnerTypes.find(({ id }) => id === textIn(answers, 'learnerType'))?.hours ??
  90;

/** Last day of supervision: as answered, or 26 weeks after the start. */
export const courseEndOf = (answers: Answers, start: Day): Day =>
  textIn(answers, 'courseEnd') ?? addDays(start, COURSE_DAYS);

/**
 * The day by which a signed DPP is needed, as answered. Without an answer, it is 14 days before applications
 * close; if that day is not in the future, it is the closing day.
 */
export const signOffOf = (answers: Answers, close: Day, today: Day): Day => {
  const asked = textIn(answers, 'signOffNeededBy');
  if (asked !== undefined) return asked;
  const usual = addDays(close, -DAYS_BEFORE_CLOSING);
  return usual > today ? usual : close;
};
