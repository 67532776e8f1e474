import { errorsInOrder } from '../../shared/contracts/errors-in-order.ts';
import type { Day } from '../../shared/domain/time.ts';
import { checkStep, type Checked } from '../../shared/journeys/check-journey.ts';
import { fromForm } from '../../shared/journeys/from-form.ts';
import type { Answers, QuestionStep } from '../../shared/journeys/question.ts';
import type { HttpRequest } from '../platform/http/message.ts';
import { fromJson } from './from-json.ts';

/**
 * The answers to one page that came with a POST, as a form or as JSON.
 * @param standing answers that stand already: what a form leaves open it takes back, JSON only changes what it names
 */
export const readStep = (
  request: HttpRequest,
  step: QuestionStep,
  today: Day,
  standing: Answers = {},
): Checked => {
  if (request.json === undefined) {
    const names = new Set(step.questions.map(({ name }) => name));
    const others = Object.entries(standing).filter(([name]) => !names.has(name));
    return checkStep(
      step,
      { ...Object.fromEntries(others), ...fromForm(step.questions, request.form) },
      today,
    );
  }
  const names = step.questions.map(({ name }) => name);
  const read = fromJson({ steps: [step] }, request.json);
  const checked = checkStep(step, { ...standing, ...read.answers }, today);
  return { answers: checked.answers, errors: errorsInOrder([...read.errors, ...checked.errors], names) };
};
