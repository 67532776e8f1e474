import type { Action } from '../../../site/src/components/action-list.tsx';
import { ConfirmationPage } from '../../../site/src/views/confirmation-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { HttpReply, HttpRequest } from '../http/http-message.ts';
import { answer } from '../http/reply.ts';

interface Outcome {
  /** Code for API clients: "awaiting-check". */
  readonly code: string;
  readonly title: string;
  readonly text?: string;
  /** Next events and their times, in the order in which they will happen. */
  readonly next: readonly string[];
  readonly actions?: readonly Action[];
}

/**
 * Confirms that something was done, now or earlier. The words are the same each time, because repeating the
 * action is harmless.
 */
export const outcomePage = (request: HttpRequest, { code, title, text, next, actions }: Outcome): HttpReply =>
  answer({
    request,
    personal: true,
    json: { status: code, title, next },
    page: (branding) =>
      renderPage(branding, ConfirmationPage, {
        title,
        panelText: text,
        next,
        actions,
        referrer: 'same-origin',
      }),
  });
