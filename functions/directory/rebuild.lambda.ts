import { scheduledFunction } from '../store/scheduled-function.ts';
import { publishContainerOf } from './publish-container.ts';
import { publishSupply } from './publish/publish-supply.ts';
import { rebuildInTime } from './publish/rebuild-in-time.ts';

export const handler = scheduledFunction((functionSystem) => {
  const container = publishContainerOf(functionSystem);
  return rebuildInTime(publishSupply(container), container.log);
});
