import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { auditRepository } from '../store/repositories/audit-repository.ts';

/** Makes the dependencies of the daily export of the audit, for one system. */
export const auditOf = ({ system, table }: FunctionSystem) => ({
  systemId: system.id,
  audit: auditRepository(table),
  objects: functionObjects(environment({ AUDIT_BUCKET_NAME: settings.AUDIT_BUCKET_NAME }).AUDIT_BUCKET_NAME),
  clock: systemClock,
  log: functionLog(system.id),
});
