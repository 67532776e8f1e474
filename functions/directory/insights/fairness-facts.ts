import { type FairnessFacts } from '../../../shared/insights/fairness-cases.ts';
import { firstComeIn, type RoundResult } from '../../../shared/insights/round-results.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';

interface Deps {
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly requests: Pick<RequestRepository, 'inState'>;
  readonly matches: Pick<MatchRepository, 'inState'>;
  readonly rounds: () => Promise<readonly RoundResult[]>;
}

/** Reads the data for the quarterly fairness report. Makes ten queries at once, and a few more for the rounds. */
export const fairnessFacts =
  ({ practitioners, requests, matches, rounds }: Deps) =>
  async (): Promise<FairnessFacts> => {
    const [people, asked, agreed, results] = await Promise.all([
      Promise.all((['listed', 'paused', 'stale'] as const).map((state) => practitioners.inState(state))),
      Promise.all(
        (['open', 'matched', 'completed', 'lapsed'] as const).map((state) => requests.inState(state)),
      ),
      Promise.all((['agreed', 'started', 'completed'] as const).map((state) => matches.inState(state))),
      rounds(),
    ]);
    return {
      practitioners: people.flat(),
      requests: asked.flat(),
      matches: agreed.flat(),
      firstCome: firstComeIn(results),
    };
  };
