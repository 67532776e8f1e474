import { LICENCE } from '../../../shared/directory/open-data.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { figuresCsv } from '../../../shared/insights/figures-csv.ts';
import { oneMoreDpp } from '../../../shared/insights/one-more-dpp.ts';
import { publicFigures } from '../../../shared/insights/public-figures.ts';
import { oneMoreCsv, publicOneMore } from '../../../shared/insights/public-one-more.ts';
import { fullDppsIn, type RoundResult } from '../../../shared/insights/round-results.ts';
import { supplyAndDemand } from '../../../shared/insights/supply-and-demand.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { InsightsView } from '../../../site/src/views/insights-view.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { PublishedMap } from '../../../shared/systems/published-map.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { answer, file } from '../../web/http/reply.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { insightsPage } from './insights-page.ts';
import { ttlCache } from '../../platform/ttl-cache.ts';
import { placesMap } from './places-map.ts';
import { oneMoreSection } from './one-more-section.ts';
import { publicReply } from '../../web/http/public-reply.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly map: () => Promise<PublishedMap>;
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly requests: Pick<RequestRepository, 'inState'>;
  readonly rounds: () => Promise<readonly RoundResult[]>;
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
 * would help most. Makes two queries, and a few more for recent rounds.
 */
export const insights = ({
  system,
  map,
  practitioners,
  requests,
  rounds,
  clock,
  fairness,
}: Deps): HttpHandler => {
  const { geography } = system;
  const counted = ttlCache(CACHE_MS, clock, async (now) => {
    const [listed, open, results] = await Promise.all([
      practitioners.inState('listed'),
      requests.inState('open'),
      rounds(),
    ]);
    const today = londonDay(now);
    const meta = { licence: LICENCE, generatedAt: now };
    return {
      figures: publicFigures(supplyAndDemand(listed, open, today, geography), meta, geography),
      oneMore: publicOneMore(
        oneMoreDpp(open, listed, policy, today, system, fullDppsIn(results)),
        meta,
        geography,
      ),
    };
  });
  return async (request) => {
    const about = request.query['about']?.[0];
    if (about === 'fairness') return fairness(request);
    const [{ figures, oneMore }, districts] = await Promise.all([counted(), map()]);
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
