import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer } from '../../web/http/reply.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { LinkRepository } from '../../store/repositories/link-repository.ts';
import type { SuppressionRepository } from '../../store/repositories/suppression-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { Stop } from './stop-from-link.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly links: Pick<LinkRepository, 'find'>;
  readonly suppressions: Pick<SuppressionRepository, 'unsubscribe'>;
  readonly stopOf: (link: Link) => Promise<Stop | undefined>;
}

const unknownLink = (request: HttpRequest): HttpReply =>
  problem(
    request,
    problemOf('link-not-usable', {
      detail:
        'Use the link in the most recent email you have from us, or reply to that email and ask us to stop.',
    }),
  );

const ask = (request: HttpRequest): HttpReply =>
  answer({
    request,
    personal: true,
    json: { stops: 'reminders-and-digests', done: false },
    page: (branding) =>
      renderPage(branding, MessagePage, {
        title: 'Stop reminders and digests',
        referrer: 'same-origin',
        paragraphs: [
          'This stops reminders and digests to the address we sent this link to.',
          'We will still email you about offers, requests and matches, because someone may be waiting for your answer.',
        ],
        form: { action: request.path, buttonText: 'Stop these emails' },
      }),
  });

const stopped = (request: HttpRequest): HttpReply =>
  answer({
    request,
    personal: true,
    json: { stops: 'reminders-and-digests', done: true },
    page: (branding) =>
      renderPage(branding, MessagePage, {
        title: 'We have stopped these emails',
        referrer: 'same-origin',
        paragraphs: [
          'We will send no more reminders or digests to this address.',
          'To get reminders and digests again, reply to any email from us.',
        ],
      }),
  });

/**
 * Unsubscribes by RFC 8058: one click, in the mail program or on the page, without signing in. GET changes
 * nothing; POST is idempotent.
 */
export const unsubscribe = ({ table, clock, chance, links, suppressions, stopOf }: Deps) => {
  const opened = async ({ params }: HttpRequest): Promise<Link | undefined> => {
    const found = await links.find(params['token'] ?? '', clock.now());
    return found === undefined || found.expired || found.link.kind !== 'unsubscribe' ? undefined : found.link;
  };

  const show: HttpHandler = async (request) =>
    (await opened(request)) === undefined ? unknownLink(request) : ask(request);

  const stop: HttpHandler = async (request) => {
    const link = await opened(request);
    if (link === undefined) return unknownLink(request);
    const now = clock.now();
    const outcome = await decideAndCommit({
      table,
      read: () => stopOf(link),
      decide: (found) =>
        accepted({
          value: undefined,
          changes:
            found === undefined
              ? []
              : [
                  suppressions.unsubscribe(found.under, now),
                  auditRow(found.subject, now, chance.id(), found.actor, 'emails-stopped'),
                ],
        }),
    });
    if (!outcome.ok) throw new Error('repeated write conflicts');
    return stopped(request);
  };
  return { show, stop };
};
