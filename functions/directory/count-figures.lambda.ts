import { recentRounds } from '../store/recent-rounds.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { timedJob } from '../store/runs/timed-job.ts';
import { insightsContainerOf } from './insights-container.ts';
import { countFairness } from './insights/count-fairness.ts';
import { countFigures } from './insights/count-figures.ts';
import { fairnessFacts } from './insights/fairness-facts.ts';
import { fairnessRounds } from './insights/fairness-rounds.ts';

export const handler = timedJob('figures', (functionSystem) => {
  const container = insightsContainerOf(functionSystem);
  const { table, clock, figures, organisationsFile, fairnessFile } = container;
  const rounds = recentRounds(table);
  const count = countFigures({ ...container, rounds });
  const fairness = countFairness({
    ...container,
    facts: fairnessFacts({ ...container, matches: matchRepository(table), rounds }),
    rounds: fairnessRounds(table),
  });
  return async () => {
    const { insights, organisations } = await count(clock.now());
    await figures.write(insights);
    await organisationsFile.write(organisations);
    await fairnessFile.write(await fairness(clock.now(), await fairnessFile.read()));
    return 'complete';
  };
});
