import { epochOf, type Instant, waitInWords } from '../../../shared/kernel/time.ts';
import type { HttpReply, HttpRequest } from '../http/http-message.ts';
import { problem, problemOf } from '../http/problem.ts';
import { type TooMany, worksAgainAt } from './confirmation-limits.ts';

/** Answers that no further confirmation e-mail is sent for now, and says when the form works again. */
export const tooManyProblem = (request: HttpRequest, refusal: TooMany, now: Instant): HttpReply => {
  const again = worksAgainAt(refusal, now);
  const reply = problem(
    request,
    refusal === 'too-many-today'
      ? problemOf('too-many-confirmations')
      : problemOf('too-many-from-network', { title: `Try again ${waitInWords(now, again)}` }),
  );
  const seconds = Math.ceil((epochOf(again) - epochOf(now)) / 1_000);
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(seconds) } };
};
