import { LICENCE } from '../../../shared/directory/open-data.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { fairnessCases, type FairnessFacts } from '../../../shared/insights/fairness-cases.ts';
import { fairnessCsv, publicFairness } from '../../../shared/insights/public-fairness.ts';
import { daysOfQuarter, type Quarter, quarterOf, quarterSchema } from '../../../shared/insights/quarter.ts';
import { type FairnessCase, fairnessOf } from '../../../shared/insights/fairness.ts';
import type { Branding } from '../../../site/src/branding.ts';
import { InsightsView } from '../../../site/src/views/insights-view.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, file } from '../../web/http/reply.ts';
import { fairnessPage, roundBeforeOffers } from './fairness-page.ts';
import { fairnessReports } from './fairness-reports.ts';
import type { FairnessRounds, PublicRound } from './fairness-rounds.ts';
import { ttlCache } from '../../platform/ttl-cache.ts';
import { publicReply } from '../../web/http/public-reply.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly facts: () => Promise<FairnessFacts>;
  readonly rounds: FairnessRounds;
  readonly clock: Clock;
}

/** Milliseconds for which a container caches what it has read. */
const CACHE_MS = 60_000;

/** Returns the requested quarter, or the current quarter if the requested one is invalid or in the future. */
const quarterIn = (asked: string | undefined, now: Quarter): Quarter => {
  const quarter = quarterSchema.safeParse(asked);
  return quarter.success && quarter.data <= now ? quarter.data : now;
};

const noRound = (request: HttpRequest): HttpReply => problem(request, problemOf('round-unknown'));

/**
 * `GET /insights?about=fairness&quarter=2026-Q4` and `&round=ID`: outcomes of a quarter or a round as a page,
 * JSON or CSV. For a round that has not made offers yet, shows the hash of its seed.
 */
export const fairness = ({ system, facts, rounds, clock }: Deps): HttpHandler => {
  const kept = ttlCache(CACHE_MS, clock, async (now) => {
    const [read, all] = await Promise.all([facts(), rounds.all()]);
    return { now, facts: read, all, reports: fairnessReports(read.requests, all, londonDay(now)) };
  });

  return async (request) => {
    const { query, wantsJson } = request;
    const { now, facts: read, all, reports } = await kept();
    const today = londonDay(now);
    const format = query['format']?.[0];
    const asJson = { ...request, wantsJson: wantsJson || format === 'json' };

    const replyFor = (
      cases: readonly FairnessCase[],
      about: Parameters<typeof publicFairness>[1]['about'],
      round?: PublicRound,
    ): HttpReply => {
      const meta = { licence: LICENCE, generatedAt: now, about };
      const report = publicFairness(fairnessOf(cases), meta, system);
      if (format === 'csv') {
        const fileName = `dpp-fairness-${about.kind === 'quarter' ? about.quarter : `round-${about.id}`}.csv`;
        const contentType = 'text/csv; charset=utf-8';
        return publicReply(file({ body: fairnessCsv(report), contentType, fileName }));
      }
      const page = (branding: Branding) =>
        renderPage(branding, InsightsView, fairnessPage(report, reports, round));
      return publicReply(answer({ request: asJson, page, json: report }));
    };

    const ofRound = async (id: string): Promise<HttpReply> => {
      const round = all.find((one) => one.id === id);
      if (round === undefined) return noRound(request);
      const { name, confirmedOn, seedHash, seed } = round;
      const cases = confirmedOn === undefined ? undefined : await rounds.cases(id);
      if (cases !== undefined && confirmedOn !== undefined)
        return replyFor(cases, { kind: 'round', id, name, confirmedOn, seedHash, seed }, round);
      const page = (branding: Branding) =>
        renderPage(branding, InsightsView, roundBeforeOffers(round, reports, now));
      return publicReply(
        answer({ request: asJson, page, json: { licence: LICENCE, generatedAt: now, round } }),
      );
    };

    const ofQuarter = (quarter: Quarter): HttpReply =>
      replyFor(fairnessCases(read, daysOfQuarter(quarter), today, system.travel), {
        kind: 'quarter',
        quarter,
      });

    const round = query['round']?.[0];
    return round === undefined
      ? ofQuarter(quarterIn(query['quarter']?.[0], quarterOf(today)))
      : ofRound(round);
  };
};
