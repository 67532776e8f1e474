import { scheduledFunction } from '../store/scheduled-function.ts';
import { missingDigests } from './reconciliation/missing-digests.ts';
import { nightlyOf } from './nightly-container.ts';
import { reconcileBooks } from './reconciliation/reconcile-books.ts';
import { reconcile } from './reconciliation/reconcile.ts';

export const handler = scheduledFunction((functionSystem) => {
  const nightly = nightlyOf(functionSystem);
  return reconcile({
    ...nightly,
    ...reconcileBooks(nightly),
    missingDigests: missingDigests(nightly),
  });
});
