import { quietly } from '../platform/quietly.ts';
import { recentRounds } from '../directory/recent-rounds.ts';
import { container } from './container.ts';
import { digestNounsLoader } from './digests/load-nouns.ts';
import { weeklyDigests } from './weekly-digests.ts';

export const handler = quietly(
  container.log,
  weeklyDigests({
    ...container,
    runs: container.digests,
    loadNouns: digestNounsLoader({ ...container, rounds: recentRounds(container.table) }),
  }),
);
