import { emailFor } from '../../../shared/notifications/email.ts';
import {
  type Books,
  type Difference,
  differenceCodes,
  differencesIn,
} from '../../../shared/offers/reconcile.ts';
import { type Day, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import { commitOnce } from '../../store/commit-once.ts';
import type { Log } from '../../platform/log.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { RunProgressRepository } from '../../store/repositories/run-progress-repository.ts';
import {
  pagedRun,
  type Run,
  type RunCounts,
  type RunMoment,
  type RunPage,
} from '../../store/runs/paged-run.ts';
import { keys } from '../../store/table/keys.ts';
import type { Table } from '../../store/table/table.ts';
import type { ComparedList } from './reconcile-books.ts';

interface Deps {
  readonly table: Pick<Table, 'get' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'save'>;
  readonly progress: RunProgressRepository;
  /** The lists to compare, which may lag and may change while being read. */
  readonly lists: readonly ComparedList[];
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

const runOf = (today: Day): string => `reconcile#${today}`;

const nameOf = (difference: Difference): string => JSON.stringify(difference);

const total = (counts: RunCounts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const countsOf = (differences: readonly Difference[]): RunCounts =>
  Object.fromEntries(
    [...Map.groupBy(differences, ({ code }) => code)].map(([code, found]) => [code, found.length]),
  );

/** Puts counts into words: "match-without-commitment 2, request-not-counted 1". */
const summaryOf = (counts: RunCounts): string =>
  [...differenceCodes, 'digest-missing']
    .flatMap((code) => (counts[code] === undefined ? [] : [`${code} ${String(counts[code])}`]))
    .join(', ');

/**
 * Compares places in use with agreed matches, nightly and in pages. Reports differences in the log, which an alarm
 * watches, and to the team. Corrects nothing, because only a person can decide which of two differing records is right.
 * Idempotent within a night.
 */
export const reconcile = (deps: Deps): Run => {
  const { table, clock, log, emails, lists, readAgain, missingDigests } = deps;

  const lastingDifferences = async (first: readonly Difference[]): Promise<readonly Difference[]> => {
    let found = first;
    for (let look = 1; look <= RECHECKS && found.length > 0; look += 1) {
      const again = new Set(differencesIn(await readAgain(found)).map(nameOf));
      found = found.filter((difference) => again.has(nameOf(difference)));
    }
    return found;
  };

  const comparePage = async ({ today, list, after, counts }: RunPage) => {
    const { found, ...rest } = (await lists[list]?.(after)) ?? { found: [] };
    const lasting = await lastingDifferences(found);
    const lines = Math.max(0, MAX_LOG_LINES - total(counts));
    for (const { code, ...ids } of lasting.slice(0, lines))
      log.event('reconcile-difference', { ...ids, reason: code, run: runOf(today) });
    return { ...rest, counts: countsOf(lasting) };
  };

  const report = async ({ now, today }: RunMoment, differences: RunCounts): Promise<void> => {
    const run = runOf(today);
    const missing = await missingDigests(now);
    const counts = missing.length === 0 ? differences : { ...differences, 'digest-missing': missing.length };
    const count = total(counts);
    const occasion = `${today}: ${summaryOf(counts)}`;
    const isNew = await commitOnce(table, [
      { do: 'put', when: { is: 'absent' }, row: { ...keys.run(run), kind: 'run', at: now, count } },
      ...(count === 0 ? [] : [emails.save(emailFor('team-reconcile-alarm', today, { occasion }, now))]),
    ]);
    if (!isNew) return;
    for (const digest of missing.slice(0, MAX_LOG_LINES))
      log.event('digest-missing', { run: `digest#${digest}` });
    log.event(count === 0 ? 'reconciled' : 'reconcile-alarm', { count, run });
  };

  const run = pagedRun(deps, {
    id: runOf,
    steps: [{ lists: lists.length, page: comparePage }],
    end: report,
  });
  return async (mayGoOn) => {
    const done = await table.get([keys.run(runOf(londonDay(clock.now())))]);
    return done.length > 0 ? 'complete' : run(mayGoOn);
  };
};
