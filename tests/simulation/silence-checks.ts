import { epochOf } from '../../shared/kernel/time.ts';
import type { Committed } from './ledger.ts';

const DAY_MS = 86_400_000;

/** Offers in a row without an answer. */
interface Silence {
  readonly lapses: number;
  readonly at: number;
}

/**
 * Checks that nobody who left two offers in a row without an answer is asked within 30 days. Counts the offers itself, from
 * what was committed, so that a fault in the product's own count is not repeated.
 */
export const silenceChecks = (tell: (what: string) => void) => {
  const silences = new Map<string, Silence>();
  return ({ at, offers, practitioners }: Committed): void => {
    for (const { before, after } of practitioners)
      if (before !== undefined && before.confirmedAt !== after.confirmedAt) silences.delete(after.id);
    for (const { before, after } of offers) {
      const { practitionerId, state } = after;
      const silence = silences.get(practitionerId);
      // A day less, because the days are those of London.
      const isAskedSoon =
        before === undefined &&
        silence !== undefined &&
        silence.lapses >= 2 &&
        epochOf(after.madeAt) - silence.at < 29 * DAY_MS;
      if (isAskedSoon)
        tell(
          `practitioner ${practitionerId} left ${String(silence.lapses)} offers in a row without an answer and is asked again`,
        );
      if (before === undefined || before.state === state) continue;
      if (state === 'lapsed') silences.set(practitionerId, { lapses: (silence?.lapses ?? 0) + 1, at });
      else if (state === 'accepted' || state === 'declined') silences.delete(practitionerId);
    }
  };
};
