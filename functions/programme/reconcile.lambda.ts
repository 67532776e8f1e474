import { timedJob } from '../store/runs/timed-job.ts';
import { missingDigests } from './reconciliation/missing-digests.ts';
import { nightlyOf } from './nightly-container.ts';
import { reconcileBooks } from './reconciliation/reconcile-books.ts';
import { reconcile } from './reconciliation/reconcile.ts';

export const handler = timedJob('reconciliation', (functionSystem) => {
  const nightly = nightlyOf(functionSystem);
  return reconcile({
    ...nightly,
    ...reconcileBooks(nightly),
    missingDigests: missingDigests(nightly),
  });
});
