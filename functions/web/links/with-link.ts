import { type Link, type LinkKind, linkPaths } from '../../../shared/notifications/link.ts';
import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../http/http-message.ts';
import { problem, problemOf } from '../http/problem.ts';
import { answer } from '../http/reply.ts';
import type { LinkRepository } from '../../store/repositories/link-repository.ts';
import type { RenewLink } from './renew-link.ts';

const linkNotUsable = problemOf('link-not-usable');

const RENEW_FIELD = 'renew';

/** Hidden field of a form that asks for a new link. */
export const RENEWAL = { [RENEW_FIELD]: 'yes' };

export interface LinkDeps {
  readonly clock: Clock;
  readonly links: Pick<LinkRepository, 'find'>;
  readonly renew: RenewLink;
}

export type LinkHandler = (request: HttpRequest, link: Link) => Promise<HttpReply>;

const wantsRenewal = ({ form, json }: HttpRequest): boolean =>
  form[RENEW_FIELD]?.[0] === 'yes' ||
  (typeof json === 'object' && json !== null && RENEW_FIELD in json && json[RENEW_FIELD] === true);

/** The same answer for unknown, expired and used links, so that nobody can find out which tokens exist. */
export const deadLink = (request: HttpRequest, kind: LinkKind, token: string): HttpReply =>
  request.wantsJson
    ? problem(request, linkNotUsable)
    : answer({
        request,
        status: linkNotUsable.status,
        personal: true,
        json: null,
        page: (branding) =>
          renderPage(branding, MessagePage, {
            title: linkNotUsable.title,
            paragraphs: [
              'Links in our emails work for a limited time. Opening this link did not change anything.',
              'If we emailed this link to you, we can send a new one to the same address.',
            ],
            form: {
              action: `${linkPaths[kind]}/${token}`,
              buttonText: 'Send me a new link',
              hidden: RENEWAL,
            },
            actions: [{ label: 'Contact the programme team', href: '/contact/' }],
            referrer: 'same-origin',
          }),
      });

const renewed = (request: HttpRequest): HttpReply =>
  answer({
    request,
    personal: true,
    json: { status: 'sent-where-known' },
    page: (branding) =>
      renderPage(branding, MessagePage, {
        title: 'Check your email',
        paragraphs: [
          'If this link came from us, we have now emailed a new one to the same address. It should arrive within a few minutes.',
          'You can ask for a new link from the same page 3 times a day.',
        ],
        actions: [{ label: 'Contact the programme team', href: '/contact/' }],
        referrer: 'same-origin',
      }),
  });

/** Wraps the handler of a link, so that the handler runs only for an unexpired token of the right kind. */
export const withLink =
  ({ clock, links, renew }: LinkDeps, kind: LinkKind, handler: LinkHandler): HttpHandler =>
  async (request) => {
    const token = request.params['token'] ?? '';
    const found = await links.find(token, clock.now());
    const ours = found?.link.kind === kind ? found : undefined;
    if (ours?.expired === false && !wantsRenewal(request)) return handler(request, ours.link);
    if (request.method !== 'POST' || !wantsRenewal(request)) return deadLink(request, kind, token);
    await renew(ours?.link, { token, network: request.network });
    return renewed(request);
  };
