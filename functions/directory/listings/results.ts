import { parseFilters } from '../../../shared/directory/filters.ts';
import { DirectoryResultsView } from '../../../site/src/views/directory-results-view.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { PublishedMap } from '../../../shared/systems/published-map.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { HttpHandler } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer } from '../../web/http/reply.ts';
import { directoryPage } from './directory-document.ts';
import type { DirectorySnapshot } from './directory-snapshot.ts';
import { publicReply } from '../../web/http/public-reply.ts';
import { resultsPage } from './results-page.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly map: () => Promise<PublishedMap>;
  readonly snapshot: DirectorySnapshot;
  readonly siteUrl: string;
}

/**
 * `GET /find-a-dpp/results`: a page of the directory, as HTML or JSON. Ignores unknown values in the URL, so
 * that an old shared link still works, and lists them in the answer.
 */
export const results =
  ({ system, map, snapshot, siteUrl }: Deps): HttpHandler =>
  async (request) => {
    const parsed = parseFilters(request.query, system);
    const [now, districts] = await Promise.all([
      snapshot({ text: parsed.filters.text !== undefined }),
      map(),
    ]);
    if (now === undefined) return problem(request, problemOf('not-published-yet'));
    return publicReply(
      answer({
        request,
        page: (branding) => renderPage(branding, DirectoryResultsView, resultsPage(parsed, now, districts)),
        json: request.wantsJson ? directoryPage(parsed, now, siteUrl, request.path) : undefined,
      }),
    );
  };
