import { LICENCE } from '../../shared/directory/open-data.ts';
import { londonDay } from '../../shared/domain/time.ts';
import { fairnessCases, type FairnessFacts } from '../../shared/insights/fairness-cases.ts';
import { fairnessCsv, publicFairness } from '../../shared/insights/public-fairness.ts';
import { daysOfQuarter, type Quarter, quarterOf, quarterSchema } from '../../shared/insights/quarter.ts';
import { fairnessOf } from '../../shared/matching/fairness.ts';
import { InsightsView } from '../../site/src/views/insights-view.tsx';
import { renderPage } from '../../site/src/views/render-page.ts';
import type { Clock } from '../platform/clock.ts';
import type { HttpHandler } from '../platform/http/message.ts';
import { answer, file } from '../platform/http/reply.ts';
import { fairnessPage } from './fairness-page.ts';
import { keepFor } from './keep-for.ts';
import { forEverybody } from './public-reply.ts';

export interface Deps {
  readonly facts: () => Promise<FairnessFacts>;
  readonly clock: Clock;
}

/** Milliseconds for which a container goes on using what it read. */
const KEEP_MS = 60_000;

/** The quarter that was asked for; this one where it is none, or has not begun. */
const quarterIn = (asked: string | undefined, now: Quarter): Quarter => {
  const quarter = quarterSchema.safeParse(asked);
  return quarter.success && quarter.data <= now ? quarter.data : now;
};

/** `GET /insights?about=fairness&quarter=2026-Q4`: how learners fared, as a page, as JSON or as a spreadsheet. */
export const fairness = ({ facts, clock }: Deps): HttpHandler => {
  const kept = keepFor(KEEP_MS, clock, async (now) => ({ now, facts: await facts() }));
  return async ({ query, wantsJson }) => {
    const { now, facts: read } = await kept();
    const today = londonDay(now);
    const quarter = quarterIn(query['quarter']?.[0], quarterOf(today));
    const cases = fairnessCases(read, daysOfQuarter(quarter), today);
    const report = publicFairness(fairnessOf(cases), { licence: LICENCE, generatedAt: now, quarter });
    const format = query['format']?.[0];
    if (format === 'csv') {
      const fileName = `dpp-fairness-${quarter}.csv`;
      return forEverybody(
        file({ body: fairnessCsv(report), contentType: 'text/csv; charset=utf-8', fileName }),
      );
    }
    return forEverybody(
      answer({
        request: { wantsJson: wantsJson || format === 'json' },
        page: () => renderPage(InsightsView, fairnessPage(report)),
        json: report,
      }),
    );
  };
};
