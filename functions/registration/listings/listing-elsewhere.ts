import { boardOfGuest } from '../../../shared/borders/border-words.ts';
import type { LinkKind } from '../../../shared/notifications/link.ts';
import { linkPaths } from '../../../shared/notifications/link.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { answer } from '../../web/http/reply.ts';
import { RENEWAL } from '../../web/links/with-link.ts';

/**
 * Answers in place of the own page or the check-in of a neighbour's DPP: their listing can only be seen and changed in
 * their own system. Offers to send a link to it. A POST that would change the listing is refused.
 */
export const listingElsewhere = (
  request: HttpRequest,
  kind: LinkKind,
  practitioner: Practitioner,
  system: ServiceSystem,
): HttpReply => {
  const home = boardOfGuest(practitioner, system) ?? '';
  const service = system.neighbouringServices.find(({ id }) => id === practitioner.guest?.lender);
  const base = `${linkPaths[kind]}/${request.params['token'] ?? ''}`;
  const title = `Your listing is with ${home}`;
  return answer({
    request,
    status: request.method === 'GET' ? 200 : 409,
    personal: true,
    json: { code: 'listed-elsewhere', title, listedWith: { board: home, site: service?.siteUrl } },
    page: (branding) =>
      renderPage(branding, MessagePage, {
        title,
        paragraphs: [
          `${system.board.name} asked you to supervise one of its learners, because the two boards offer each other’s learners free places near their border.`,
          'You can see and change your listing and your places on your own page there. It also shows the place that is kept for this learner. Nothing was changed here.',
        ],
        form: { action: base, buttonText: 'Email me a link to my page', hidden: RENEWAL },
        actions: [
          { label: `Contact the programme team of ${system.name}`, href: '/contact/' },
          ...(kind === 'manage'
            ? [{ label: 'Download what we hold about you here (JSON)', href: `${base}/data` }]
            : []),
        ],
        referrer: 'no-referrer',
      }),
  });
};
