import type { DigestNouns } from '../../../shared/digest/digest-nouns.ts';
import { countsMatch, countsRequest, WEEK_DAYS } from '../../../shared/digest/what-counts.ts';
import { addHours, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { RoundResult } from '../../../shared/insights/round-results.ts';
import { policyOf } from '../../../shared/matching/policy.ts';
import { rememberedFrom } from '../../../shared/matching/reciprocity.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { keptOfLists } from '../../store/table/list-page.ts';
import type { LedgerRepository } from '../../store/repositories/ledger-repository.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';

interface Repositories {
  readonly system: Pick<ServiceSystem, 'policy' | 'settings'>;
  readonly practitioners: Pick<PractitionerRepository, 'page'>;
  readonly requests: Pick<RequestRepository, 'page'>;
  readonly offers: Pick<OfferRepository, 'decidedSince'>;
  readonly matches: Pick<MatchRepository, 'page'>;
  readonly ledger: Pick<LedgerRepository, 'since'>;
  /** Results of recent rounds; none if omitted. */
  readonly rounds?: () => Promise<readonly RoundResult[]>;
}

/**
 * Reads everything that digests count at `now`, once for all digests of a week. Walks the lists in pages and keeps only
 * what counts: a system's history grows, the part of it that a digest looks at does not.
 */
export const digestNounsLoader =
  ({ system, practitioners, requests, offers, matches, ledger, rounds }: Repositories) =>
  async (now: Instant): Promise<DigestNouns> => {
    const today = londonDay(now);
    const weekAgo = addHours(now, -24 * WEEK_DAYS);
    return {
      practitioners: await keptOfLists(
        ['listed', 'paused', 'stale', 'awaiting-check'] as const,
        (state, page) => practitioners.page(state, page),
        // Leaves out the copies of a neighbouring system's DPPs.
        (one) => (one.guest === undefined ? [one] : []),
      ),
      requests: await keptOfLists(
        ['open', 'lapsed', 'matched', 'completed'] as const,
        (state, page) => requests.page(state, page),
        (one) => (countsRequest(one, today) ? [one] : []),
      ),
      declined: await offers.decidedSince('declined', weekAgo),
      matches: await keptOfLists(
        ['agreed', 'started', 'completed'] as const,
        (state, page) => matches.page(state, page),
        (one) => (countsMatch(one, today) ? [one] : []),
      ),
      ledger: await ledger.since(rememberedFrom(londonDay(weekAgo), policyOf(system))),
      rounds: (await rounds?.()) ?? [],
    };
  };
