import { systemClock } from '../platform/clock.ts';
import { functionLog } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';

/** Makes the dependencies that this room's functions share, for one system. */
export const containerOf = (functionSystem: FunctionSystem) => ({
  ...functionSystem,
  practitioners: practitionerRepository(functionSystem.table),
  requests: requestRepository(functionSystem.table),
  clock: systemClock,
  log: functionLog(functionSystem.system.id),
});
