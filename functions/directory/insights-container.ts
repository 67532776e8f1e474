import type { FunctionSystem } from '../store/function-system.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { containerOf } from './container.ts';
import { fairness } from './insights/fairness.ts';
import { fairnessFacts } from './insights/fairness-facts.ts';
import { fairnessRounds } from './insights/fairness-rounds.ts';
import { recentRounds } from '../store/recent-rounds.ts';

/** Makes the dependencies of the page on supply, demand and fairness. */
export const insightsContainerOf = (functionSystem: FunctionSystem) => {
  const container = containerOf(functionSystem);
  const { table } = functionSystem;
  const rounds = recentRounds(table);
  return {
    ...container,
    rounds,
    fairness: fairness({
      system: functionSystem.system,
      facts: fairnessFacts({ ...container, matches: matchRepository(table), rounds }),
      rounds: fairnessRounds(table),
      clock: container.clock,
    }),
  };
};
