import { addDays, type Day, type Instant, londonDay } from '../kernel/time.ts';
import type { Practitioner } from './practitioner.ts';

/** Offers in a row without any answer after which a practitioner is asked by a check-in, and not by offers. */
export const LAPSES_BEFORE_CHECK_IN = 2;

/** Days after the last of these offers for which no new one is made, unless the practitioner answers. */
export const SILENT_DAYS = 30;

type Answers = Pick<Practitioner, 'silence'>;

/** Counts an offer that lapsed without an answer. */
export const withLapse = (practitioner: Practitioner, now: Instant): Practitioner => ({
  ...practitioner,
  silence: { lapses: (practitioner.silence?.lapses ?? 0) + 1, since: now },
});

/** Forgets offers without an answer: called whenever the practitioner answers anything. */
export const withoutSilence = ({ silence, ...practitioner }: Practitioner): Practitioner => practitioner;

/** Whether a practitioner has left so many offers in a row without an answer that they come last. */
export const isSilent = ({ silence }: Answers): boolean =>
  silence !== undefined && silence.lapses >= LAPSES_BEFORE_CHECK_IN;

/** Whether the lapse that was just counted is the one after which the check-in is sent, once. */
export const needsCheckIn = ({ silence }: Answers): boolean => silence?.lapses === LAPSES_BEFORE_CHECK_IN;

/** The day from which a silent practitioner is asked again; undefined for one who answers. */
export const askedAgainOn = ({ silence }: Answers): Day | undefined =>
  silence === undefined || silence.lapses < LAPSES_BEFORE_CHECK_IN
    ? undefined
    : addDays(londonDay(silence.since), SILENT_DAYS);
