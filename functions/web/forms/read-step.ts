import { errorsInOrder } from '../../../shared/kernel/field-order.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { checkStep, type Checked } from '../../../shared/journeys/check-journey.ts';
import { parseForm } from '../../../shared/journeys/parse-form.ts';
import type { Answers, QuestionStep } from '../../../shared/journeys/question.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { parseJsonAnswers } from './parse-json-answers.ts';

/**
 * Reads and checks the answers to one page from a POST, as a form or as JSON.
 * @param standing the current answers. A form replaces all answers of the page, so an empty field removes its
 *   answer; JSON changes only the answers that it contains.
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
      { ...Object.fromEntries(others), ...parseForm(step.questions, request.form) },
      today,
    );
  }
  const names = step.questions.map(({ name }) => name);
  const read = parseJsonAnswers({ steps: [step] }, request.json);
  const checked = checkStep(step, { ...standing, ...read.answers }, today);
  return { answers: checked.answers, errors: errorsInOrder([...read.errors, ...checked.errors], names) };
};
