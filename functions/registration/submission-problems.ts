import { errorsInOrder } from '../../shared/contracts/errors-in-order.ts';
import type { FieldError } from '../../shared/contracts/field-error.ts';
import type { Journey, NotForYou } from '../../shared/journeys/question.ts';
import type { HttpReply, HttpRequest, Problem } from '../platform/http/message.ts';
import { fieldsNotAccepted } from '../platform/http/fields-not-accepted.ts';
import { problem } from '../platform/http/problem.ts';
import type { JourneyWords } from './journey-words.ts';

/** The reason why a body is not taken: everything that is wrong, in the order of the questions; else undefined. */
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

/** Why a good body could not be taken now. */
export const tooManyProblem = (
  request: HttpRequest,
  words: JourneyWords,
  refusal: 'too-many' | 'busy',
): HttpReply =>
  refusal === 'busy'
    ? problem(request, { status: 503, code: 'busy', title: 'Try again in a moment' })
    : problem(request, {
        status: 429,
        code: 'too-many-confirmations',
        title: 'Try again tomorrow',
        detail: words.tooMany,
      });
