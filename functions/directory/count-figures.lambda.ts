import { scheduledFunction } from '../store/scheduled-function.ts';
import { insightsContainerOf } from './insights-container.ts';
import { countFigures } from './insights/count-figures.ts';

export const handler = scheduledFunction((functionSystem) => {
  const container = insightsContainerOf(functionSystem);
  const count = countFigures(container);
  return async () => container.file.write(await count(container.clock.now()));
});
