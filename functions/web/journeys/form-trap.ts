import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import type { CarriedAnswers } from './carried-answers.ts';

/** Name of a field that people never see but that programs fill in (`components/honeypot.tsx`). */
export const HONEYPOT_FIELD = 'website';

/** Minimum milliseconds between showing a page and receiving its answers. No person is faster. */
const MIN_FILL_TIME_MS = 3_000;

/**
 * Whether a program has filled in the form. If so, show the normal confirmation but store nothing. Check only forms
 * from pages, because other systems may send JSON.
 */
export const isTrapped = (
  form: Readonly<Record<string, readonly string[]>>,
  { issuedAt }: Pick<CarriedAnswers, 'issuedAt'>,
  now: Instant,
): boolean =>
  (form[HONEYPOT_FIELD] ?? []).some((value) => value !== '') ||
  epochOf(now) - epochOf(issuedAt) < MIN_FILL_TIME_MS;
