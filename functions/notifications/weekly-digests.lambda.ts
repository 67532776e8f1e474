import { backgroundFunction } from '../platform/background-function.ts';
import { recentRounds } from '../store/recent-rounds.ts';
import { container } from './container.ts';
import { digestNounsLoader } from './digests/load-nouns.ts';
import { weeklyDigests } from './digests/weekly-digests.ts';

export const handler = backgroundFunction(
  container.log,
  weeklyDigests({
    ...container,
    runs: container.digests,
    loadNouns: digestNounsLoader({ ...container, rounds: recentRounds(container.table) }),
  }),
);
