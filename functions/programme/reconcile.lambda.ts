import { quietly } from '../platform/quietly.ts';
import { missingDigests } from './missing-digests.ts';
import { nightly } from './nightly-container.ts';
import { reconcileBooks } from './reconcile-books.ts';
import { reconcile } from './reconcile.ts';

export const handler = quietly(
  nightly.log,
  reconcile({
    ...nightly,
    ...reconcileBooks(nightly),
    missingDigests: missingDigests(nightly),
  }),
);
