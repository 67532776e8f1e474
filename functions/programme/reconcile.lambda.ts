import { backgroundFunction } from '../platform/background-function.ts';
import { missingDigests } from './reconciliation/missing-digests.ts';
import { nightly } from './nightly-container.ts';
import { reconcileBooks } from './reconciliation/reconcile-books.ts';
import { reconcile } from './reconciliation/reconcile.ts';

export const handler = backgroundFunction(
  nightly.log,
  reconcile({
    ...nightly,
    ...reconcileBooks(nightly),
    missingDigests: missingDigests(nightly),
  }),
);
