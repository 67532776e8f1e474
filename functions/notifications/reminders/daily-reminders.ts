import { type Day, londonDay } from '../../../shared/kernel/time.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { RunProgressRepository } from '../../store/repositories/run-progress-repository.ts';
import { forEachReadable } from '../../store/table/read-rows.ts';
import type { RunProgress } from '../../store/table/rows/run-progress-rows.ts';
import type { Table } from '../../store/table/table.ts';
import type { Due, Reminder, RunMoment } from './reminder.ts';

interface Deps {
  readonly table: Pick<Table, 'commit' | 'setAside'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'find' | 'save'>;
  readonly progress: RunProgressRepository;
  /** All reminders, in the order in which they run. */
  readonly reminders: readonly Reminder[];
}

/** Maximum number of attempts to write an item if there are write conflicts. */
const MAX_ATTEMPTS = 3;

/** A position in the run: a reminder, one of its lists, and how far the list has been walked. */
type Position = Pick<RunProgress, 'list' | 'after'> & { readonly step: number };

const runOf = (today: Day): string => `daily#${today}`;

/**
 * Runs the daily reminders in pages. Each due item is committed on its own, with its messages. Idempotent, because a
 * message's id derives from its cause. After each page the position is stored, so that a run that was stopped goes on
 * there. Items with write conflicts are read again and retried a few times. Items that still fail are retried on the
 * next day.
 * @returns a function that runs until the end, or until `mayGoOn` says that time is running out; its result says
 *   whether the run is complete
 */
export const dailyReminders = ({ table, clock, chance, log, emails, progress, reminders }: Deps) => {
  const write = async (
    name: string,
    due: Due,
    { now }: RunMoment,
  ): Promise<'written' | 'there' | 'crossed'> => {
    const known = await Promise.all(due.emails.map(({ id }) => emails.find(id)));
    const fresh = due.emails.filter((_, index) => known[index] === undefined);
    if (fresh.length === 0 && due.changes.length === 0) return 'there';
    const outcome = await table.commit([
      ...due.changes,
      ...fresh.map((email) => emails.save(email)),
      auditRow(due.subject, now, chance.id(), 'schedule', name),
    ]);
    return outcome.committed ? 'written' : 'crossed';
  };

  /** Writes the due items of one page, then reads it again and retries those with write conflicts. */
  const runPage = async (reminder: Reminder, moment: RunMoment, { list, after }: Position) => {
    let count = 0;
    let next: string | undefined;
    let left: ReadonlySet<string> | undefined;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS && left?.size !== 0; attempt += 1) {
      const page = await reminder.page(moment, list, after);
      // The first reading decides where the next page begins: it saw all the rows of this one.
      if (attempt === 1) next = page.next;
      const wanted = page.found.filter(({ subject }) => left?.has(subject) !== false);
      const crossed = new Set<string>();
      await forEachReadable(table, wanted, async (one) => {
        const outcome = await write(reminder.name, one, moment);
        if (outcome === 'written') count += 1;
        if (outcome === 'crossed') crossed.add(one.subject);
      });
      left = crossed;
    }
    return { count, next };
  };

  const nextPosition = ({ step, list }: Position, next: string | undefined): Position | undefined => {
    if (next !== undefined) return { step, list, after: next };
    if (list + 1 < (reminders[step]?.lists ?? 0)) return { step, list: list + 1 };
    return step + 1 < reminders.length ? { step: step + 1, list: 0 } : undefined;
  };

  return async (mayGoOn: () => boolean = () => true): Promise<'complete' | 'to-go-on'> => {
    const now = clock.now();
    const moment = { now, today: londonDay(now) };
    const id = runOf(moment.today);
    let stored = await progress.find(id);
    // A run that is complete starts again from the beginning, because more may be due later in the day.
    let position: Position | undefined =
      stored?.step === undefined
        ? { step: 0, list: 0 }
        : {
            step: stored.step,
            list: stored.list,
            ...(stored.after === undefined ? {} : { after: stored.after }),
          };
    while (position !== undefined) {
      if (!mayGoOn()) return 'to-go-on';
      const reminder = reminders[position.step];
      if (reminder === undefined) break;
      const { count, next } = await runPage(reminder, moment, position);
      if (count > 0) log.event(reminder.name, { count, run: id });
      position = nextPosition(position, next);
      const reached: RunProgress = { id, version: stored?.version ?? 0, at: now, list: 0, ...position };
      // A conflict means that another worker goes on with the same run: this one takes over its position.
      const outcome = await table.commit([progress.save(reached)]);
      stored = outcome.committed ? { ...reached, version: reached.version + 1 } : await progress.find(id);
      if (!outcome.committed && stored?.step !== undefined) position = { ...stored, step: stored.step };
    }
    return 'complete';
  };
};
