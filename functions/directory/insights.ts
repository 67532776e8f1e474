import { LICENCE } from '../../shared/directory/open-data.ts';
import { londonDay } from '../../shared/domain/time.ts';
import { figuresCsv } from '../../shared/insights/figures-csv.ts';
import { type PublicFigures, publicFigures } from '../../shared/insights/public-figures.ts';
import { supplyAndDemand } from '../../shared/insights/supply-and-demand.ts';
import { InsightsView } from '../../site/src/views/insights-view.tsx';
import { renderPage } from '../../site/src/views/render-page.ts';
import type { Clock } from '../platform/clock.ts';
import type { HttpHandler } from '../platform/http/message.ts';
import { answer, file } from '../platform/http/reply.ts';
import type { PractitionerRepository } from '../platform/storage/practitioner-repository.ts';
import type { RequestRepository } from '../platform/storage/request-repository.ts';
import { insightsPage } from './insights-page.ts';
import { keepFor } from './keep-for.ts';
import { forEverybody } from './public-reply.ts';

export interface Deps {
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly requests: Pick<RequestRepository, 'inState'>;
  readonly clock: Clock;
}

/** Milliseconds for which a container goes on using what it counted. */
const KEEP_MS = 60_000;

/** `GET /insights`: supply and demand as a page, as JSON, or with `?format=csv` as a spreadsheet. Two queries. */
export const insights = ({ practitioners, requests, clock }: Deps): HttpHandler => {
  const figures = keepFor(KEEP_MS, clock, async (now): Promise<PublicFigures> => {
    const [listed, open] = await Promise.all([practitioners.inState('listed'), requests.inState('open')]);
    const counted = supplyAndDemand(listed, open, londonDay(now));
    return publicFigures(counted, { licence: LICENCE, generatedAt: now });
  });
  return async (request) => {
    const now = await figures();
    const format = request.query['format']?.[0];
    if (format === 'csv') {
      const fileName = 'dpp-supply-and-demand.csv';
      return forEverybody(file({ body: figuresCsv(now), contentType: 'text/csv; charset=utf-8', fileName }));
    }
    return forEverybody(
      answer({
        request: { wantsJson: request.wantsJson || format === 'json' },
        page: () => renderPage(InsightsView, insightsPage(now)),
        json: now,
      }),
    );
  };
};
