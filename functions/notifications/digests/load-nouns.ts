import type { DigestNouns } from '../../../shared/digest/digest-nouns.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { RoundResult } from '../../../shared/insights/round-results.ts';
import { policyOf } from '../../../shared/matching/policy.ts';
import { rememberedFrom } from '../../../shared/matching/reciprocity.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { LedgerRepository } from '../../store/repositories/ledger-repository.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';

interface Repositories {
  readonly system: Pick<ServiceSystem, 'policy' | 'settings'>;
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly requests: Pick<RequestRepository, 'inState'>;
  readonly offers: Pick<OfferRepository, 'decidedSince'>;
  readonly matches: Pick<MatchRepository, 'inState'>;
  readonly ledger: Pick<LedgerRepository, 'since'>;
  /** Results of recent rounds; none if omitted. */
  readonly rounds?: () => Promise<readonly RoundResult[]>;
}

/**
 * Reads everything that digests count, once for all digests of a week.
 * @param since earliest decision date of the declined offers that are read
 */
export const digestNounsLoader =
  ({ system, practitioners, requests, offers, matches, ledger, rounds }: Repositories) =>
  async (since: Instant): Promise<DigestNouns> => {
    const [dpps, asked, declined, agreed, exchanges, results] = await Promise.all([
      Promise.all(
        (['listed', 'paused', 'stale', 'awaiting-check'] as const).map((state) =>
          practitioners.inState(state),
        ),
      ),
      Promise.all(
        (['open', 'lapsed', 'matched', 'completed'] as const).map((state) => requests.inState(state)),
      ),
      offers.decidedSince('declined', since),
      Promise.all((['agreed', 'started', 'completed'] as const).map((state) => matches.inState(state))),
      ledger.since(rememberedFrom(londonDay(since), policyOf(system))),
      rounds?.() ?? [],
    ]);
    return {
      // Leaves out the copies of a neighbouring system's DPPs.
      practitioners: dpps.flat().filter(({ guest }) => guest === undefined),
      requests: asked.flat(),
      declined,
      matches: agreed.flat(),
      ledger: exchanges,
      rounds: results,
    };
  };
