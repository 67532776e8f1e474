import { type ProblemCode, problems, type ProblemWords } from '../../../shared/contracts/problems.ts';
import type { Branding } from '../../../site/src/branding.ts';
import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { HttpReply, HttpRequest, Problem } from './http-message.ts';
import { PERSONAL_HEADERS } from './reply.ts';

const FORM_AGAIN = 'Go back, check your answers and send the form again.';

/** Says what the user can do next, for problems without advice of their own. */
const adviceFor = ({ status }: Problem): string => {
  switch (status) {
    case 404:
      return 'If you typed the web address, check it is correct. If you pasted it, check you copied all of it.';
    case 405:
    case 403:
      return 'Go back to the page you came from and try again.';
    case 400:
    case 413:
    case 415:
    case 422:
      return FORM_AGAIN;
    case 409:
    case 410:
      return 'Open the link in your latest email from us to see what has changed.';
    case 429:
      return 'Try again later.';
    case 500:
    case 503:
      return 'Try again in a few minutes. Our team has been alerted.';
  }
};

const pageOf = (branding: Branding, problem: Problem): string =>
  renderPage(branding, MessagePage, {
    title: problem.title,
    paragraphs: [problem.detail ?? adviceFor(problem)],
    items: problem.errors?.map(({ message }) => message),
    referrer: 'same-origin',
  });

const documentOf = ({ status, code, title, detail, errors }: Problem): string =>
  JSON.stringify({ type: `urn:dpp-match:problem:${code}`, status, code, title, detail, errors });

/**
 * Renders a problem as a page or as `application/problem+json` (RFC 9457), as the caller prefers.
 */
export const problem = (
  { wantsJson, branding }: Pick<HttpRequest, 'wantsJson' | 'branding'>,
  what: Problem,
): HttpReply => ({
  status: what.status,
  headers: {
    'content-type':
      wantsJson || branding === undefined ? 'application/problem+json' : 'text/html; charset=utf-8',
    vary: 'accept',
    ...PERSONAL_HEADERS,
  },
  body: wantsJson || branding === undefined ? documentOf(what) : pageOf(branding, what),
});

/**
 * Makes a refusal with the texts that are listed for its code.
 * @param more texts for this case, which replace the listed ones
 */
export const problemOf = (
  code: ProblemCode,
  more: Partial<Pick<ProblemWords, 'title' | 'detail' | 'errors'>> = {},
): Problem => ({ code, ...problems[code], ...more });
