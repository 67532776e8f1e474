import { LICENCE } from '../../../shared/directory/open-data.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import {
  fairnessCsv,
  type PublicFairness,
  publicFairness,
} from '../../../shared/insights/public-fairness.ts';
import { type Quarter, quarterOf, quarterSchema } from '../../../shared/insights/quarter.ts';
import { fairnessOf } from '../../../shared/insights/fairness.ts';
import type { Branding } from '../../../site/src/branding.ts';
import { InsightsView } from '../../../site/src/views/insights-view.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler, HttpReply } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, file } from '../../web/http/reply.ts';
import type { CountedFairness } from './count-fairness.ts';
import { fairnessPage, roundBeforeOffers } from './fairness-page.ts';
import { fairnessReports } from './fairness-reports.ts';
import type { PublicRound } from './fairness-rounds.ts';
import { ttlCache } from '../../platform/ttl-cache.ts';
import { publicReply } from '../../web/http/public-reply.ts';

export interface Deps {
  readonly system: ServiceSystem;
  /** Reads what a schedule has counted; undefined before it has run for the first time. */
  readonly counted: () => Promise<CountedFairness | undefined>;
  readonly clock: Clock;
}

/** Milliseconds for which a container caches what it has read. */
const CACHE_MS = 60_000;

/** Returns the requested quarter, or the current quarter if the requested one is invalid or in the future. */
const quarterIn = (asked: string | undefined, now: Quarter): Quarter => {
  const quarter = quarterSchema.safeParse(asked);
  return quarter.success && quarter.data <= now ? quarter.data : now;
};

/**
 * `GET /insights?about=fairness&quarter=2026-Q4` and `&round=ID`: outcomes of a quarter or a round as a page,
 * JSON or CSV. For a round that has not made offers yet, shows the hash of its seed. Reads one file.
 */
export const fairness = ({ system, counted, clock }: Deps): HttpHandler => {
  const kept = ttlCache(CACHE_MS, clock, counted);

  return async (request) => {
    const { query, wantsJson } = request;
    const now = await kept();
    if (now === undefined) return problem(request, problemOf('not-published-yet'));
    const { countedAt, quarters, rounds } = now;
    const reports = fairnessReports(
      quarters.map(({ quarter }) => quarter),
      rounds.map(({ round }) => round),
    );
    const format = query['format']?.[0];
    const asJson = { ...request, wantsJson: wantsJson || format === 'json' };

    const replyFor = (report: PublicFairness, round?: PublicRound): HttpReply => {
      const { about } = report;
      if (format === 'csv') {
        const fileName = `dpp-fairness-${about.kind === 'quarter' ? about.quarter : `round-${about.id}`}.csv`;
        const contentType = 'text/csv; charset=utf-8';
        return publicReply(file({ body: fairnessCsv(report), contentType, fileName }));
      }
      const page = (branding: Branding) =>
        renderPage(branding, InsightsView, fairnessPage(report, reports, round));
      return publicReply(answer({ request: asJson, page, json: report }));
    };

    const ofRound = (id: string): HttpReply => {
      const found = rounds.find(({ round }) => round.id === id);
      if (found === undefined) return problem(request, problemOf('round-unknown'));
      const { round, report } = found;
      if (report !== undefined) return replyFor(report, round);
      const page = (branding: Branding) =>
        renderPage(branding, InsightsView, roundBeforeOffers(round, reports, countedAt));
      const { version, ...json } = round;
      return publicReply(
        answer({ request: asJson, page, json: { licence: LICENCE, generatedAt: countedAt, round: json } }),
      );
    };

    /** Returns the report of a quarter; an empty one for a quarter before the first request. */
    const ofQuarter = (quarter: Quarter): HttpReply =>
      replyFor(
        quarters.find((one) => one.quarter === quarter)?.report ??
          publicFairness(
            fairnessOf([]),
            { licence: LICENCE, generatedAt: countedAt, about: { kind: 'quarter', quarter } },
            system,
          ),
      );

    const round = query['round']?.[0];
    return round === undefined
      ? ofQuarter(quarterIn(query['quarter']?.[0], quarterOf(londonDay(clock.now()))))
      : ofRound(round);
  };
};
