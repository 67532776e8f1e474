import type { Day } from '../../../shared/kernel/time.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { RunProgressRepository } from '../../store/repositories/run-progress-repository.ts';
import {
  pagedRun,
  type Run,
  type RunMoment,
  type RunPage,
  type RunStep,
} from '../../store/runs/paged-run.ts';
import { forEachReadable } from '../../store/table/read-rows.ts';
import type { Table } from '../../store/table/table.ts';
import type { Due, Reminder } from './reminder.ts';

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

const runOf = (today: Day): string => `daily#${today}`;

/**
 * Runs the daily reminders in pages. Each due item is committed on its own, with its messages. Idempotent, because a
 * message's id derives from its cause. Items with write conflicts are read again and retried a few times. Items that
 * still fail are retried on the next day.
 */
export const dailyReminders = ({ table, clock, chance, log, emails, progress, reminders }: Deps): Run => {
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
  const runPage = async (reminder: Reminder, page: RunPage) => {
    let count = 0;
    let next: string | undefined;
    let left: ReadonlySet<string> | undefined;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS && left?.size !== 0; attempt += 1) {
      const due = await reminder.page(page, page.list, page.after);
      // The first reading decides where the next page begins: it saw all the rows of this one.
      if (attempt === 1) next = due.next;
      const wanted = due.found.filter(({ subject }) => left?.has(subject) !== false);
      const crossed = new Set<string>();
      await forEachReadable(table, wanted, async (one) => {
        const outcome = await write(reminder.name, one, page);
        if (outcome === 'written') count += 1;
        if (outcome === 'crossed') crossed.add(one.subject);
      });
      left = crossed;
    }
    if (count > 0) log.event(reminder.name, { count, run: runOf(page.today) });
    return next === undefined ? {} : { next };
  };

  const steps = reminders.map((reminder): RunStep => ({
    lists: reminder.lists,
    page: (page) => runPage(reminder, page),
  }));
  return pagedRun({ table, clock, progress }, { id: runOf, steps });
};
