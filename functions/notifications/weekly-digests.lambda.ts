import { recentRounds } from '../store/recent-rounds.ts';
import { scheduledFunction } from '../store/scheduled-function.ts';
import { containerOf } from './container.ts';
import { digestNounsLoader } from './digests/load-nouns.ts';
import { weeklyDigests } from './digests/weekly-digests.ts';

export const handler = scheduledFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  return weeklyDigests({
    ...container,
    runs: container.digests,
    loadNouns: digestNounsLoader({ ...container, rounds: recentRounds(container.table) }),
  });
});
