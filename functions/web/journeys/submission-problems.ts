import { errorsInOrder } from '../../../shared/kernel/field-order.ts';
import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Journey, NotForYou } from '../../../shared/journeys/question.ts';
import type { Problem } from '../http/http-message.ts';
import { fieldsNotAccepted } from '../http/fields-not-accepted.ts';

/**
 * Makes the problem for a body that is not acceptable, with all errors in the order of the questions; undefined if
 * the body is acceptable.
 */
export const bodyProblem = (
  { steps }: Journey,
  found: readonly FieldError[],
  reason: NotForYou | undefined,
): Problem | undefined => {
  if (reason !== undefined)
    return { status: 422, code: reason.code, title: reason.title, detail: reason.paragraphs.join(' ') };
  if (found.length === 0) return undefined;
  const order = steps.flatMap(({ questions }) => questions.map(({ name }) => name));
  return fieldsNotAccepted(errorsInOrder(found, order));
};
