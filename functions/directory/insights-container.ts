import { environment, settings } from '../platform/environment.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { containerOf } from './container.ts';
import { fairness } from './insights/fairness.ts';
import { fairnessFacts } from './insights/fairness-facts.ts';
import { fairnessRounds } from './insights/fairness-rounds.ts';
import { figuresFile } from './insights/figures-file.ts';
import { recentRounds } from '../store/recent-rounds.ts';

/** Makes the dependencies of the page on supply, demand and fairness. */
export const insightsContainerOf = (functionSystem: FunctionSystem) => {
  const container = containerOf(functionSystem);
  const { table } = functionSystem;
  const rounds = recentRounds(table);
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  const file = figuresFile({ objects: functionObjects(BUCKET_NAME), systemId: functionSystem.system.id });
  return {
    ...container,
    file,
    counted: file.read,
    rounds,
    fairness: fairness({
      system: functionSystem.system,
      facts: fairnessFacts({ ...container, matches: matchRepository(table), rounds }),
      rounds: fairnessRounds(table),
      clock: container.clock,
    }),
  };
};
