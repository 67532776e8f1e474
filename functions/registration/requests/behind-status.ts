import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';

export interface StatusLinkDeps extends LinkDeps {
  readonly requests: Pick<RequestRepository, 'find'>;
}

/** The token in the address of a request's page. */
export const statusToken = ({ params }: HttpRequest): string => params['token'] ?? '';

/** Page of a request that was erased. */
export const erasedPage = (request: HttpRequest): HttpReply =>
  outcomePage(request, {
    code: 'erased',
    title: 'Erased',
    text: 'We no longer hold anything that identifies you or the learner.',
    next: ['This link no longer works.', 'To ask again, send a new request.'],
  });

/** Handles a request for the page of a supervision request, or for one of its actions, behind the link of its requester. */
export const behindStatus = (
  deps: StatusLinkDeps,
  handle: (request: HttpRequest, asked: SupervisionRequest) => Promise<HttpReply>,
): HttpHandler =>
  withLink(deps, 'status', async (request, { requestId = '' }) => {
    const asked = await deps.requests.find(requestId);
    if (asked === undefined) return deadLink(request, 'status', statusToken(request));
    return isErased(asked) ? erasedPage(request) : handle(request, asked);
  });
