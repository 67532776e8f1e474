import { type FairnessFacts } from '../../../shared/insights/fairness-cases.ts';
import { firstComeIn, type RoundResult } from '../../../shared/insights/round-results.ts';
import { keptOfLists } from '../../store/table/list-page.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';

interface Deps {
  readonly practitioners: Pick<PractitionerRepository, 'page'>;
  readonly requests: Pick<RequestRepository, 'page'>;
  readonly matches: Pick<MatchRepository, 'page'>;
  readonly rounds: () => Promise<readonly RoundResult[]>;
}

/** Reads the data for the fairness reports of all quarters. Walks the lists in pages and keeps a few facts of each row. */
export const fairnessFacts =
  ({ practitioners, requests, matches, rounds }: Deps) =>
  async (): Promise<FairnessFacts> => ({
    practitioners: await keptOfLists(
      ['listed', 'paused', 'stale'] as const,
      (state, page) => practitioners.page(state, page),
      ({ id, state, organisation, sites }) => [{ id, state, organisation: { id: organisation.id }, sites }],
    ),
    requests: await keptOfLists(
      ['open', 'matched', 'completed', 'lapsed'] as const,
      (state, page) => requests.page(state, page),
      (request) => {
        const { id, state, createdAt, confirmedAt, profession, learnerType, setting, hours, site } = request;
        const { signOffNeededBy, organisation, seats } = request;
        return [
          {
            ...{ id, state, createdAt, profession, learnerType, setting, hours, site, signOffNeededBy },
            ...{ organisation: { id: organisation.id }, seats },
            ...(confirmedAt === undefined ? {} : { confirmedAt }),
          },
        ];
      },
    ),
    matches: await keptOfLists(
      ['agreed', 'started', 'completed'] as const,
      (state, page) => matches.page(state, page),
      ({ id, practitionerId, agreedAt }) => [{ id, practitionerId, agreedAt }],
    ),
    firstCome: firstComeIn(await rounds()),
  });
