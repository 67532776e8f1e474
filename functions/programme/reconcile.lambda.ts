import { missingDigests } from './missing-digests.ts';
import { nightly } from './nightly-container.ts';
import { reconcileBooks } from './reconcile-books.ts';
import { reconcile } from './reconcile.ts';

export const handler = reconcile({
  ...nightly,
  ...reconcileBooks(nightly),
  missingDigests: missingDigests(nightly),
});
