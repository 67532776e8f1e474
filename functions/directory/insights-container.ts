import { environment, settings } from '../platform/environment.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { container } from './container.ts';
import { fairness } from './insights/fairness.ts';
import { fairnessFacts } from './insights/fairness-facts.ts';
import { fairnessRounds } from './insights/fairness-rounds.ts';
import { recentRounds } from '../store/recent-rounds.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);
const rounds = recentRounds(table);

/** Dependencies of the page on supply, demand and fairness. */
export const insightsContainer = {
  ...container,
  rounds,
  fairness: fairness({
    facts: fairnessFacts({ ...container, matches: matchRepository(table), rounds }),
    rounds: fairnessRounds(table),
    clock: container.clock,
  }),
};
