import type { Instant } from '../kernel/time.ts';
import type { Practitioner } from './practitioner.ts';

/** Marks a practitioner to whom no e-mails are delivered. What that means is in `meaningOf`. */
export const unreachablePractitioner = (practitioner: Practitioner, at: Instant): Practitioner => ({
  ...practitioner,
  unreachableSince: at,
  updatedAt: at,
});

/** Removes the mark from a practitioner who can be reached again. */
export const reachablePractitioner = (
  { unreachableSince, ...practitioner }: Practitioner,
  at: Instant,
): Practitioner => ({ ...practitioner, updatedAt: at });
