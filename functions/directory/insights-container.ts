import { environment, settings } from '../platform/config.ts';
import { functionTable } from '../platform/storage/client.ts';
import { matchRepository } from '../platform/storage/match-repository.ts';
import { container as room } from './container.ts';
import { fairness } from './fairness.ts';
import { fairnessFacts } from './fairness-facts.ts';
import { fairnessRounds } from './fairness-rounds.ts';
import { recentRounds } from './recent-rounds.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);
const rounds = recentRounds(table);

/** What the page on supply, demand and fairness is made with. */
export const insightsContainer = {
  ...room,
  rounds,
  fairness: fairness({
    facts: fairnessFacts({ ...room, matches: matchRepository(table), rounds }),
    rounds: fairnessRounds(table),
    clock: room.clock,
  }),
};
