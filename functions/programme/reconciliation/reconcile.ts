import { emailFor } from '../../../shared/notifications/email.ts';
import {
  type Books,
  type Difference,
  type DifferenceCode,
  differencesIn,
} from '../../../shared/offers/reconcile.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import { commitOnce } from '../../store/commit-once.ts';
import type { Log } from '../../platform/log.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import { keys } from '../../store/table/keys.ts';
import type { Table } from '../../store/table/table.ts';

interface Deps {
  readonly table: Pick<Table, 'get' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'save'>;
  /** Reads everything from lists, which may lag and may change while being read. */
  readonly readLists: () => Promise<Books>;
  /** Reads the records that these differences name, with strong consistency. */
  readonly readAgain: (differences: readonly Difference[]) => Promise<Books>;
  /** Digests that should exist at `now` but do not: "2026-W47#north-shore". */
  readonly missingDigests: (now: Instant) => Promise<readonly string[]>;
}

/**
 * Number of checks after the first comparison. A difference that disappears in one of them was only a change in
 * progress.
 */
const RECHECKS = 3;
/** Maximum log lines per night; the message counts all differences. */
const MAX_LOG_LINES = 50;

const nameOf = (difference: Difference): string => JSON.stringify(difference);

/** Counts equal codes: "match-without-commitment 2, request-not-counted 1". */
const summaryOf = (codes: readonly string[]): string =>
  [...new Set(codes)].map((code) => `${code} ${codes.filter((one) => one === code).length}`).join(', ');

/**
 * Compares places in use with agreed matches, nightly. Reports differences in the log, which an alarm watches,
 * and to the team. Corrects nothing, because only a person can decide which of two differing records is right.
 * Idempotent within a night.
 */
export const reconcile = (deps: Deps) => {
  const lastingDifferences = async (): Promise<readonly Difference[]> => {
    let found = differencesIn(await deps.readLists());
    for (let look = 1; look <= RECHECKS && found.length > 0; look += 1) {
      const again = new Set(differencesIn(await deps.readAgain(found)).map(nameOf));
      found = found.filter((difference) => again.has(nameOf(difference)));
    }
    return found;
  };

  return async (): Promise<void> => {
    const { table, clock, log, emails } = deps;
    const now = clock.now();
    const run = `reconcile#${londonDay(now)}`;
    if ((await table.get([keys.run(run)])).length > 0) return;

    const [differences, missing] = await Promise.all([lastingDifferences(), deps.missingDigests(now)]);
    const codes: readonly (DifferenceCode | 'digest-missing')[] = [
      ...differences.map(({ code }) => code),
      ...missing.map(() => 'digest-missing' as const),
    ];
    const alarm = emailFor(
      'team-reconcile-alarm',
      londonDay(now),
      { occasion: `${londonDay(now)}: ${summaryOf(codes)}` },
      now,
    );
    const isNew = await commitOnce(table, [
      {
        do: 'put',
        when: { is: 'absent' },
        row: { ...keys.run(run), kind: 'run', at: now, count: codes.length },
      },
      ...(codes.length === 0 ? [] : [emails.save(alarm)]),
    ]);
    if (!isNew) return;
    for (const { code, ...ids } of differences.slice(0, MAX_LOG_LINES))
      log.event('reconcile-difference', { ...ids, reason: code, run });
    for (const digest of missing.slice(0, MAX_LOG_LINES))
      log.event('digest-missing', { run: `digest#${digest}` });
    log.event(codes.length === 0 ? 'reconciled' : 'reconcile-alarm', { count: codes.length, run });
  };
};
