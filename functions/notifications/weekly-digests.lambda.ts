import { backgroundFunction } from '../platform/background-function.ts';
import { recentRounds } from '../store/recent-rounds.ts';
import { container } from './container.ts';
import { digestNounsLoader } from './digests/load-nouns.ts';
import { weeklyDigests } from './digests/weekly-digests.ts';

const run = weeklyDigests({
  ...container,
  runs: container.digests,
  loadNouns: digestNounsLoader({ ...container, rounds: recentRounds(container.table) }),
});

export const handler = backgroundFunction(container.log, () => run());
