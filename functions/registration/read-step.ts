import type { Day } from '../../shared/domain/time.ts';
import { checkStep, type Checked } from '../../shared/journeys/check-journey.ts';
import { fromForm } from '../../shared/journeys/from-form.ts';
import type { QuestionStep } from '../../shared/journeys/question.ts';
import type { HttpRequest } from '../platform/http/message.ts';
import { fromJson } from './from-json.ts';

/** The answers to one page that came with a POST, as a form or as JSON. */
export const readStep = (request: HttpRequest, step: QuestionStep, today: Day): Checked => {
  if (request.json === undefined) return checkStep(step, fromForm(step.questions, request.form), today);
  const read = fromJson({ steps: [step] }, request.json);
  const checked = checkStep(step, read.answers, today);
  return { answers: checked.answers, errors: [...read.errors, ...checked.errors] };
};
