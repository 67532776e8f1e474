import { figuresCsv } from '../../../shared/insights/figures-csv.ts';
import { oneMoreCsv } from '../../../shared/insights/public-one-more.ts';
import { InsightsView } from '../../../site/src/views/insights-view.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { PublishedMap } from '../../../shared/systems/published-map.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, file } from '../../web/http/reply.ts';
import type { CountedFigures } from './count-figures.ts';
import { insightsPage } from './insights-page.ts';
import { ttlCache } from '../../platform/ttl-cache.ts';
import { placesMap } from './places-map.ts';
import { oneMoreSection } from './one-more-section.ts';
import { publicReply } from '../../web/http/public-reply.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly map: () => Promise<PublishedMap>;
  /** Reads the figures that a schedule has counted; undefined before it has run for the first time. */
  readonly counted: () => Promise<CountedFigures | undefined>;
  readonly clock: Clock;
  /** Handles `about=fairness`: outcomes of a quarter. */
  readonly fairness: HttpHandler;
}

/** Milliseconds for which a container caches the figures. */
const CACHE_MS = 60_000;

const csv = (body: string, fileName: string): HttpReply =>
  publicReply(file({ body, contentType: 'text/csv; charset=utf-8', fileName }));

const wanted = ({ query, wantsJson }: HttpRequest) => {
  const format = query['format']?.[0];
  return { asCsv: format === 'csv', asJson: wantsJson || format === 'json' };
};

/**
 * `GET /insights`: supply and demand, and where one more DPP would help most, as a page or as JSON.
 * `?format=csv` returns supply and demand as CSV; `?format=csv&about=one-more-dpp` returns where one more DPP
 * would help most. Reads one file.
 */
export const insights = ({ system, map, counted, clock, fairness }: Deps): HttpHandler => {
  const figuresNow = ttlCache(CACHE_MS, clock, counted);
  return async (request) => {
    const about = request.query['about']?.[0];
    if (about === 'fairness') return fairness(request);
    const [now, districts] = await Promise.all([figuresNow(), map()]);
    if (now === undefined) return problem(request, problemOf('not-published-yet'));
    const { figures, oneMore } = now;
    const { asCsv, asJson } = wanted(request);
    if (about === 'one-more-dpp' && asCsv) return csv(oneMoreCsv(oneMore), 'dpp-where-one-more-helps.csv');
    if (asCsv) return csv(figuresCsv(figures, system.name), 'dpp-supply-and-demand.csv');
    return publicReply(
      answer({
        request: { ...request, wantsJson: asJson },
        page: (branding) =>
          renderPage(branding, InsightsView, {
            ...insightsPage(figures, system.name, oneMoreSection(oneMore)),
            map: placesMap(figures, districts, system),
          }),
        json: about === 'one-more-dpp' ? oneMore : figures,
      }),
    );
  };
};
