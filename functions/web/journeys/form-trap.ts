import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import type { CarriedAnswers } from './carried-answers.ts';

/** A field that people never see (`components/honeypot.tsx`) and that form-filling programs fill in. */
export const HONEYPOT_FIELD = 'website';

/** Milliseconds. No person reads a page and answers it in less. */
const MIN_FILL_TIME_MS = 3_000;

/**
 * True when a program filled the form in: show the normal confirmation and write nothing. For pages only; systems that
 * send JSON are welcome.
 */
export const isTrapped = (
  form: Readonly<Record<string, readonly string[]>>,
  { issuedAt }: Pick<CarriedAnswers, 'issuedAt'>,
  now: Instant,
): boolean =>
  (form[HONEYPOT_FIELD] ?? []).some((value) => value !== '') ||
  epochOf(now) - epochOf(issuedAt) < MIN_FILL_TIME_MS;
