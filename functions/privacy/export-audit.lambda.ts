import { auditOf } from './audit-container.ts';
import { exportAudit } from './audit/export-audit.ts';
import { reportMissing } from './audit/report-missing.ts';
import { scheduledFunction } from '../store/scheduled-function.ts';

export const handler = scheduledFunction((functionSystem) => {
  const deps = auditOf(functionSystem);
  return reportMissing(deps.log, exportAudit(deps));
});
