import { problems } from '../../../shared/contracts/problems.ts';
import { listingOf } from '../../../shared/directory/listing.ts';
import { publishedOf } from '../../../shared/directory/open-data.ts';
import { isPublic } from '../../../shared/directory/is-public.ts';
import { idOfSlug } from '../../../shared/directory/slug.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { ProfileView } from '../../../site/src/views/profile-view.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, redirect } from '../../web/http/reply.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { profilePage } from './profile-page.ts';
import { publicReply } from '../../web/http/public-reply.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent'>;
  readonly clock: Clock;
  readonly siteUrl: string;
}

/**
 * Answer when the DPP in the URL has left, has paused, has not been checked yet or never existed. It is the same in
 * all these cases, so that nobody can find out which one applies.
 */
const notListed = problems['dpp-not-listed'];

const notListedReply = (request: HttpRequest): HttpReply =>
  request.wantsJson
    ? problem(request, problemOf('dpp-not-listed'))
    : answer({
        request,
        status: notListed.status,
        page: (branding) =>
          renderPage(branding, MessagePage, {
            title: notListed.title,
            paragraphs: [notListed.detail],
            actions: [
              { label: 'See who is in the directory', href: '/find-a-dpp/results' },
              { label: 'Request a DPP', href: '/request-a-dpp/' },
            ],
          }),
        json: undefined,
      });

/** `GET /dpp/{slug}`: one listing. Redirects a slug with an outdated name to the current one. */
export const profile =
  ({ system, practitioners, clock, siteUrl }: Deps): HttpHandler =>
  async (request) => {
    const slug = request.params['slug'] ?? '';
    const today = londonDay(clock.now());
    const practitioner = await practitioners.findPresent(idOfSlug(slug));
    if (practitioner === undefined || !isPublic(practitioner, today, system.settings))
      return notListedReply(request);
    const listing = listingOf(practitioner, today, system.geography);
    if (listing.slug !== slug) return redirect(`/dpp/${listing.slug}`);
    return publicReply(
      answer({
        request,
        page: (branding) => renderPage(branding, ProfileView, profilePage(listing, today)),
        json: publishedOf({ listing }, siteUrl),
      }),
    );
  };
