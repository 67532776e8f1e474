import * as z from 'zod';
import { LICENCE } from '../../../shared/directory/open-data.ts';
import {
  type CountedOrganisations,
  countedOrganisations,
} from '../../../shared/insights/counted-organisations.ts';
import { oneMoreDpp } from '../../../shared/insights/one-more-dpp.ts';
import { publicFigures, publicFiguresSchema } from '../../../shared/insights/public-figures.ts';
import { publicOneMore, publicOneMoreSchema } from '../../../shared/insights/public-one-more.ts';
import { fullDppsIn, type RoundResult } from '../../../shared/insights/round-results.ts';
import { supplyAndDemand } from '../../../shared/insights/supply-and-demand.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { policyOf } from '../../../shared/matching/policy.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { keptOfLists } from '../../store/table/list-page.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';

export const countedFiguresSchema = z.object({ figures: publicFiguresSchema, oneMore: publicOneMoreSchema });
/** Supply and demand, and where one more DPP would help most, as the public may see them. */
export type CountedFigures = z.infer<typeof countedFiguresSchema>;

/** Figures that one reading of a system's lists gives. */
interface Counted {
  /** Figures for everybody. */
  readonly insights: CountedFigures;
  /** Facts behind the pages of organisations. */
  readonly organisations: CountedOrganisations;
}

export interface CountDeps {
  readonly system: ServiceSystem;
  readonly practitioners: Pick<PractitionerRepository, 'page'>;
  readonly requests: Pick<RequestRepository, 'page'>;
  readonly rounds: () => Promise<readonly RoundResult[]>;
}

/** Counts the figures of a system from its rows. Leaves out the copies of neighbours' DPPs. */
export const countFigures =
  ({ system, practitioners, requests, rounds }: CountDeps) =>
  async (now: Instant): Promise<Counted> => {
    const { geography } = system;
    const listed = await keptOfLists(
      ['listed'] as const,
      (state, page) => practitioners.page(state, page),
      (one) => (one.guest === undefined ? [one] : []),
    );
    const open = await keptOfLists(
      ['open'] as const,
      (state, page) => requests.page(state, page),
      (one) => [one],
    );
    const results = await rounds();
    const today = londonDay(now);
    const meta = { licence: LICENCE, generatedAt: now };
    return {
      insights: {
        figures: publicFigures(supplyAndDemand(listed, open, today, system), meta, geography),
        oneMore: publicOneMore(
          oneMoreDpp(open, listed, policyOf(system), today, system, fullDppsIn(results)),
          meta,
          geography,
        ),
      },
      organisations: countedOrganisations(listed, open, today, system),
    };
  };
