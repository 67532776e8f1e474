import { systemOfMessage } from '../platform/queues/read-messages.ts';
import { batchFunction } from '../store/batch-function.ts';
import { publishContainerOf } from './publish-container.ts';
import { publishFromQueue } from './publish/publish-from-queue.ts';
import { publishSupply } from './publish/publish-supply.ts';

export const handler = batchFunction(systemOfMessage, (functionSystem) => {
  const container = publishContainerOf(functionSystem);
  return publishFromQueue(publishSupply(container), container.log);
});
